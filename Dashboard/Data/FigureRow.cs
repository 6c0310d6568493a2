using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;

namespace Dashboard.Data;

/// <summary>A figure as the table holds it: the domain's <see cref="Figure"/> and the log entry that made it what it is.</summary>
public sealed class FigureRow
{
    /// <summary>Number of the committee.</summary>
    public required int Committee { get; init; }

    /// <summary>Number of the indicator.</summary>
    public required int Indicator { get; init; }

    /// <summary>First day of the period.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Last day of the period.</summary>
    public required DateOnly End { get; init; }

    /// <summary>Zero or more.</summary>
    public required long Value { get; set; }

    /// <summary>The denominator, zero or more.</summary>
    public long? OutOf { get; set; }

    /// <summary>How exactly it is stated.</summary>
    public Precision Precision { get; set; }

    /// <summary>Provisional, final or revised.</summary>
    public Standing Standing { get; set; }

    /// <summary>Sequence number of the log entry that last changed it.</summary>
    public long Sequence { get; set; }

    /// <summary>The figure.</summary>
    public Figure ToFigure() => new()
    {
        Committee = Committee,
        Indicator = Indicator,
        Period = new Period(Start, End),
        Value = Value,
        OutOf = OutOf,
        Precision = Precision,
        Standing = Standing,
    };
}
