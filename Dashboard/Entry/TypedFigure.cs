using Dashboard.Domain.Figures;

namespace Dashboard.Entry;

/// <summary>What was typed into a cell, once it is read. Nothing at all is empty, which is neither zero nor “does not arise”.</summary>
/// <param name="Value">The figure; null for none.</param>
/// <param name="OutOf">What it is out of, where that was typed.</param>
/// <param name="Precision">How exactly, where that was typed.</param>
/// <param name="IsNotApplicable">Work of this kind does not arise here.</param>
public readonly record struct TypedFigure(long? Value, long? OutOf = null, Precision? Precision = null, bool IsNotApplicable = false);
