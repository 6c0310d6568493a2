using Dashboard.Domain.Periods;

namespace Dashboard.Domain.Figures;

/// <summary>
/// What one committee stated of its own work, without its subordinates', for one indicator and one period.
/// Committee and indicator are given by their dense numbers.
/// </summary>
public sealed record Figure
{
    /// <summary>Number of the committee.</summary>
    public required int Committee { get; init; }

    /// <summary>Number of the indicator.</summary>
    public required int Indicator { get; init; }

    /// <summary>Days the figure is about.</summary>
    public required Period Period { get; init; }

    /// <summary>Zero or more. A missing figure is no figure, not zero.</summary>
    public required long Value { get; init; }

    /// <summary>The denominator the report gives, zero or more: 4,290 out of 9,317 documents.</summary>
    public long? OutOf { get; init; }

    /// <summary>How exactly the source states it.</summary>
    public Precision Precision { get; init; }

    /// <summary>Provisional, final or revised.</summary>
    public Standing Standing { get; init; } = Standing.Final;
}
