using Dashboard.Live;

namespace Dashboard.Overview;

/// <summary>What the bars by purpose show.</summary>
/// <param name="Purposes">Totals by purpose.</param>
/// <param name="Rows">Committees below.</param>
public sealed record PurposePart(ValueList<PurposeTotal> Purposes, ValueList<SubordinateRow> Rows);
