using Dashboard.Live;

namespace Dashboard.Overview;

/// <summary>All indicators of a committee over the period.</summary>
/// <param name="Rows">One an indicator.</param>
/// <param name="IsOpen">Open from the start: where no returns are owed these figures are all there is.</param>
public sealed record FiguresPart(ValueList<IndicatorAmount> Rows, bool IsOpen);
