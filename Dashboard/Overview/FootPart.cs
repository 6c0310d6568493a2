namespace Dashboard.Overview;

/// <summary>What the foot of the table says.</summary>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Total">Vetted in the period.</param>
/// <param name="Plan">Plan of the period; null when none is set.</param>
public sealed record FootPart(int Rows, Amount Total, long? Plan);
