using Dashboard.Domain.Figures;

namespace Dashboard.Entry;

/// <summary>A figure that stands beside a line to compare with.</summary>
/// <param name="Value">The figure; null where none was stated.</param>
/// <param name="Precision">How exactly.</param>
public readonly record struct Compared(long? Value, Precision Precision);

/// <summary>What is known of a line besides what is entered.</summary>
/// <param name="Previous">The committee's own figure of the period before.</param>
/// <param name="LastYear">Its own figure of the same period a year ago.</param>
/// <param name="Plan">Plan of the year for the committee and all below it; null without one.</param>
/// <param name="Others">What counts towards the plan besides this line: the year to date of the committee and all below it; null for a stock.</param>
/// <param name="Counted">The register's count, for a line that is not entered.</param>
/// <param name="Notes">The notes that hold at the figures of the line: of this period, the one before and the same a year ago.</param>
public readonly record struct LineGround(Compared Previous, Compared LastYear, long? Plan, long? Others, Compared Counted, IReadOnlyList<FigureNote>? Notes = null);
