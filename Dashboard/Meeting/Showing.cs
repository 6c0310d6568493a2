using Dashboard.Domain.Meetings;
using Dashboard.Live;
using Dashboard.Overview;
using Dashboard.Since;

namespace Dashboard.Meeting;

/// <summary>All that the screens of one meeting show at one moment, in whatever language.</summary>
public sealed record Showing
{
    /// <summary>The figures.</summary>
    public required OverviewModel Model { get; init; }

    /// <summary>Where <see cref="Model"/> was read, for scenes that show what it does not hold.</summary>
    public required IFigures Figures { get; init; }

    /// <summary>Which scene.</summary>
    public required Presentation Stand { get; init; }

    /// <summary>The meeting that goes on; null where nobody has opened one.</summary>
    public CommitteeMeeting? Meeting { get; init; }

    /// <summary>The moment whose figures are shown, UTC; null while they are live.</summary>
    public DateTime? FrozenAt => Meeting?.FrozenAt;

    /// <summary>What changed since the meeting before; null at the first.</summary>
    public Lazy<SinceScene?>? Change { get; init; }

    /// <summary>What earlier meetings decided and is not done, the longest overdue first.</summary>
    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    /// <summary>How many changes have come since then.</summary>
    public int Later { get; init; }

    /// <summary>Where the meeting stands, sealed, for who watches to hand it back; null on a page that follows nothing yet.</summary>
    public string? Place { get; init; }

    /// <summary>The row of the committee that is looked at alone; null when none is, or it is not below any more.</summary>
    public SubordinateRow? Spotlight => Stand.Spotlight is { } number ? Model.Rows.FirstOrDefault(row => row.Number == number && !row.IsOwn) : null;
}
