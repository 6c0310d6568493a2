using Dashboard.Domain.Figures;
using Dashboard.Domain.Returns;

namespace Dashboard.Returns;

/// <summary>What was typed into a cell, once it is read. Nothing at all is empty, which is neither zero nor “does not arise”.</summary>
/// <param name="Value">The figure; null for none.</param>
/// <param name="OutOf">What it is out of, where that was typed.</param>
/// <param name="Precision">How exactly, where that was typed.</param>
/// <param name="IsNotApplicable">Work of this kind does not arise here.</param>
public readonly record struct TypedFigure(long? Value, long? OutOf = null, Precision? Precision = null, bool IsNotApplicable = false)
{
    /// <summary>A line with this in place of its figure. What it is out of goes with the figure; how exact it was stays where nothing else was typed.</summary>
    public ReturnLine In(ReturnLine line) => line with
    {
        Value = Value,
        OutOf = OutOf,
        IsNotApplicable = IsNotApplicable,
        Precision = Value is null ? Domain.Figures.Precision.Exact : Precision ?? line.Precision,
        // A reason was given for the figure that stood there.
        Reason = Value == line.Value ? line.Reason : null,
        SentBack = null,
    };
}
