using Dashboard.Domain.Periods;

namespace Dashboard.Domain.Figures;

/// <summary>
/// A figure was stated, restated or withdrawn. It carries what now holds, not a difference, and the sequence number
/// of its log entry: hearing it twice, late or out of order is harmless, since the highest sequence of a key wins.
/// </summary>
/// <param name="Committee">Number of the committee.</param>
/// <param name="Indicator">Number of the indicator.</param>
/// <param name="Period">Period of the figure.</param>
/// <param name="Now">What holds now; null when the figure was withdrawn.</param>
/// <param name="Sequence">Sequence number of the log entry.</param>
public readonly record struct FigureChange(int Committee, int Indicator, Period Period, Figure? Now, long Sequence);
