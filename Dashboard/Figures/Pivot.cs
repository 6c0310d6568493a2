using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Live;

namespace Dashboard.Figures;

/// <summary>Figures of one committee with all below it, as of one moment.</summary>
public sealed record Pivot
{
    /// <summary>Last entry of the log in it.</summary>
    public required long Sequence { get; init; }

    /// <summary>When the last change was committed, UTC.</summary>
    public required DateTime? ChangedAt { get; init; }

    /// <summary>Today where the committees are.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>What was asked for.</summary>
    public required PivotQuestion Question { get; init; }

    /// <summary>The periods shown, oldest first.</summary>
    public required ValueList<PivotColumn> Columns { get; init; }

    /// <summary>The rows, by topic.</summary>
    public required ValueList<PivotGroup> Groups { get; init; }

    /// <summary>Where the committee is another than before.</summary>
    public required ValueList<PivotBreak> Breaks { get; init; }

    /// <summary>Where the committee's own return of the last period stands; null where it owes none.</summary>
    public required ReturnState? OwnReturn { get; init; }

    /// <summary>All rows, in order.</summary>
    public IEnumerable<PivotRow> Rows => Groups.SelectMany(group => group.Rows);

    /// <summary>How many notes stand at the numbers shown.</summary>
    public int Notes => Rows.Sum(row => row.Cells.Count(cell => cell.Note is not null));

    /// <summary>The last period shown.</summary>
    public PivotColumn Current => Columns[^1];
}

/// <summary>A period of the pivot.</summary>
/// <param name="Period">The period.</param>
/// <param name="In">Committees that handed in all returns they owe for it.</param>
/// <param name="Owing">Committees that owe one.</param>
/// <param name="IsRunning">It is not over.</param>
public sealed record PivotColumn(Period Period, int In, int Owing, bool IsRunning);

/// <summary>A day from which the committee's figures come from other committees than before.</summary>
/// <param name="Day">First day of the new structure.</param>
/// <param name="Column">Index of the first period shown that it touches.</param>
/// <param name="IsInside">It lies within that period and not at its start.</param>
public sealed record PivotBreak(DateOnly Day, int Column, bool IsInside);
