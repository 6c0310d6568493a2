using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;

namespace Dashboard.Explain;

/// <summary>Which number is asked about.</summary>
/// <param name="Committee">Number of the committee.</param>
/// <param name="Measured">What it counts.</param>
/// <param name="Period">Over which days.</param>
/// <param name="View">Through which trees.</param>
public sealed record ProofQuestion(int Committee, Measured Measured, Period Period, View View);
