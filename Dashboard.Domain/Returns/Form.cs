using Dashboard.Domain.Committees;
using Dashboard.Domain.Periods;

namespace Dashboard.Domain.Returns;

/// <summary>What is asked of committees of some levels, how often, and by when.</summary>
public sealed record Form
{
    /// <summary>Code, letters, digits and <c>-</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Vietnamese name.</summary>
    public required string Name { get; init; }

    /// <summary>English name.</summary>
    public required string NameEn { get; init; }

    /// <summary>Month, quarter, half or year.</summary>
    public required PeriodKind Cadence { get; init; }

    /// <summary>Levels whose committees owe it.</summary>
    public required IReadOnlyList<CommitteeLevel> Levels { get; init; }

    /// <summary>Codes of its indicators, in the order of the form.</summary>
    public required IReadOnlyList<string> Indicators { get; init; }

    /// <summary>Days after the last day of the period by which it is due.</summary>
    public required int DueDays { get; init; }

    /// <summary>Code of the root under which it is owed; null for every root.</summary>
    public string? Root { get; init; }

    /// <summary>First day from which periods are owed; null for always.</summary>
    public DateOnly? OwedFrom { get; init; }

    /// <summary>Last day on which the return for <paramref name="period"/> is in time.</summary>
    public DateOnly DueOn(Period period) => period.End.AddDays(DueDays);
}
