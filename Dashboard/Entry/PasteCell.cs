using Dashboard.Returns;

namespace Dashboard.Entry;

/// <summary>One cell of a pasted block: where it goes, or why it cannot.</summary>
/// <param name="Row">Its row in the block, from 1.</param>
/// <param name="Column">Its column in the block, from 1.</param>
/// <param name="Text">What stands in it.</param>
/// <param name="Target">The line it goes to; null when there is none.</param>
/// <param name="Figure">What it says.</param>
/// <param name="Refusal">Why it cannot be taken; null when it can.</param>
public sealed record PasteCell(int Row, int Column, string Text, PasteTarget? Target, TypedFigure Figure, string? Refusal);
