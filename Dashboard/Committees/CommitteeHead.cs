using Dashboard.Live;

namespace Dashboard.Committees;

/// <summary>A committee as a link: code and both names.</summary>
/// <param name="Code">Code, part of addresses.</param>
/// <param name="Name">Vietnamese name.</param>
/// <param name="NameEn">English name, where given.</param>
public sealed record CommitteeLink(string Code, string Name, string? NameEn);

/// <summary>The committee at the head of a page.</summary>
public sealed record CommitteeHead
{
    /// <summary>The committee itself.</summary>
    public required CommitteeLink Committee { get; init; }

    /// <summary>Committees above it, the top first, without itself; a page shows of them what its reader may see.</summary>
    public required ValueList<CommitteeLink> Path { get; init; }

    /// <summary>How many committees are directly below it today.</summary>
    public required int Children { get; init; }

    /// <summary>Made-up sample data, which the page says.</summary>
    public required bool IsSample { get; init; }

    /// <summary>Last day of its life, if it is closed.</summary>
    public required DateOnly? ClosedOn { get; init; }

    /// <summary>Who took over, the principal successor first.</summary>
    public required ValueList<CommitteeLink> Successors { get; init; }

    /// <summary>Closed committees whose figures it carries in today's structure.</summary>
    public required ValueList<CommitteeLink> Carries { get; init; }

    /// <summary>Whether the two structure views may differ for what is shown.</summary>
    public required bool ViewsDiffer { get; init; }
}
