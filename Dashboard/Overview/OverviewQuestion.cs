using Dashboard.Domain.Periods;
using Dashboard.Layout;

namespace Dashboard.Overview;

/// <summary>Which overview is asked for: all of it is in the address.</summary>
/// <param name="Committee">Number of the committee.</param>
/// <param name="Period">Period shown.</param>
/// <param name="Compare">What deltas compare with.</param>
/// <param name="View">Structure used.</param>
public readonly record struct OverviewQuestion(int Committee, Period Period, Comparison Compare, StructureView View)
{
    /// <summary>The moment that the addresses on the page name; null for now.</summary>
    public string? AsOf { get; init; }
}
