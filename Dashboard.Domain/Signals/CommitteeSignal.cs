using Dashboard.Domain.Periods;

namespace Dashboard.Domain.Signals;

/// <summary>A signal in the latest point of a committee's series.</summary>
/// <param name="Committee">Number of the committee.</param>
/// <param name="Indicator">Code of the indicator or topic.</param>
/// <param name="Period">Period of the point.</param>
/// <param name="Value">Value of the point.</param>
/// <param name="Signal">The signal.</param>
/// <param name="Distance">How far the point lies from the mean, 1 being a limit.</param>
public sealed record CommitteeSignal(int Committee, string Indicator, Period Period, long Value, Signal Signal, double Distance);
