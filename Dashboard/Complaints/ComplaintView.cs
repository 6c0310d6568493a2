using Dashboard.Committees;
using Dashboard.Domain.Complaints;
using Dashboard.Domain.Periods;

namespace Dashboard.Complaints;

/// <summary>What the register's page shows, read at one moment.</summary>
public sealed record ComplaintView
{
    /// <summary>The day it is.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The period that what was resolved is counted in.</summary>
    public required Period Period { get; init; }

    /// <summary>How many there are behind each card.</summary>
    public required IReadOnlyDictionary<CaseGroup, int> Counts { get; init; }

    /// <summary>Days past the deadline of the most overdue one.</summary>
    public required int LongestOverdue { get; init; }

    /// <summary>Fewest and most days left of those within their deadline; null when there are none.</summary>
    public required (int Least, int Most)? DaysWithin { get; init; }

    /// <summary>How many were open when the period began.</summary>
    public required int OpenAtStart { get; init; }

    /// <summary>How it keeps up.</summary>
    public required Backlog Backlog { get; init; }

    /// <summary>Committees that may be chosen: the page's own, then those directly below that have cases.</summary>
    public required IReadOnlyList<CommitteeLink> Branches { get; init; }

    /// <summary>How many of the chosen card were extended.</summary>
    public required int Extended { get; init; }

    /// <summary>What is found, in order.</summary>
    public required IReadOnlyList<ComplaintRow> Rows { get; init; }
}
