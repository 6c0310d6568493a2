namespace Dashboard.Overview;

/// <summary>What leads from one drawing of an overview to a later one.</summary>
/// <param name="Text">What the page's own script applies: texts, values of attributes and cells of charts, by their places.</param>
/// <param name="Reshaped">Names of the blocks that have another structure now, which Blazor draws anew.</param>
/// <param name="Shown">How many blocks and charts of the earlier drawing are in it: those that anybody had asked for.</param>
internal sealed record OverviewChange(string Text, IReadOnlySet<string> Reshaped, int Shown);
