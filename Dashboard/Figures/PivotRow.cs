using Dashboard.Domain.Indicators;
using Dashboard.Live;

namespace Dashboard.Figures;

/// <summary>What a row of the pivot tells.</summary>
public enum PivotRowKind
{
    /// <summary>One indicator.</summary>
    Indicator,

    /// <summary>Several indicators added up.</summary>
    Total,

    /// <summary>The plan of the year.</summary>
    Plan,

    /// <summary>How far the plan of the year is reached since January.</summary>
    Progress,
}

/// <summary>A row of the pivot.</summary>
public sealed record PivotRow
{
    /// <summary>Unique on the page: the code of the indicator, or what the row adds up.</summary>
    public required string Key { get; init; }

    /// <summary>What it tells.</summary>
    public required PivotRowKind Kind { get; init; }

    /// <summary>The indicator; null for a row that is of several.</summary>
    public Indicator? Indicator { get; init; }

    /// <summary>"1", "1.2": its place on the page.</summary>
    public string Number { get; init; } = "";

    /// <summary>It is a part of the total above it.</summary>
    public bool IsPart { get; init; }

    /// <summary>What a change means.</summary>
    public Direction Direction { get; init; }

    /// <summary>One a period shown, oldest first.</summary>
    public required ValueList<PivotCell> Cells { get; init; }

    /// <summary>The numbers as a line.</summary>
    public required ValueList<long?> Spark { get; init; }

    /// <summary>The last point is provisional, approximate or of a period still running.</summary>
    public bool LastIsOpen { get; init; }

    /// <summary>Whether a number shown is news.</summary>
    public bool HasSignal => Cells.Any(cell => cell.IsSignal);

    /// <summary>The number of the last period.</summary>
    public PivotCell Current => Cells[^1];
}

/// <summary>The rows of one topic.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Number">Its place on the page, from 1.</param>
/// <param name="Rows">Its rows, at least one.</param>
public sealed record PivotGroup(string Topic, int Number, ValueList<PivotRow> Rows);
