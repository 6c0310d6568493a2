using Dashboard.Live;

namespace Dashboard.Overview;

/// <summary>What the table of committees below shows.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="Total">Vetted in the period, for the foot.</param>
/// <param name="Plan">Plan of the period, for the foot; null when none is set.</param>
public sealed record TablePart(ValueList<SubordinateRow> Rows, Amount Total, long? Plan);
