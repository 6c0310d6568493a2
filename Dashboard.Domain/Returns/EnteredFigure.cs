using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;

namespace Dashboard.Domain.Returns;

/// <summary>One line of a return as entered, with what is needed to judge it.</summary>
public sealed record EnteredFigure
{
    /// <summary>Indicator of the line.</summary>
    public required Indicator Indicator { get; init; }

    /// <summary>Number of the committee.</summary>
    public required int Committee { get; init; }

    /// <summary>What was entered; null when the field is empty.</summary>
    public long? Value { get; init; }

    /// <summary>Denominator entered, if any.</summary>
    public long? OutOf { get; init; }

    /// <summary>Whether the form asks for a value here.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether the committee said that it has nothing of the kind, which is no missing value.</summary>
    public bool IsNotApplicable { get; init; }

    /// <summary>Whether the line takes a denominator.</summary>
    public OutOfRule OutOfRule { get; init; } = OutOfRule.Allowed;

    /// <summary>Why the figure stands although it looks unusual, which settles warnings.</summary>
    public WarningReason? Reason { get; init; }

    /// <summary>What the reporter noted, which settles warnings.</summary>
    public string? Note { get; init; }

    /// <summary>The committee's values of the periods before, the oldest first; null where missing.</summary>
    public IReadOnlyList<long?> Earlier { get; init; } = [];

    /// <summary>The other figures that the committee stated for the indicator.</summary>
    public IReadOnlyList<Figure> Stated { get; init; } = [];
}
