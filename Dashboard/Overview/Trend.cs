using Dashboard.Domain.Periods;
using Dashboard.Domain.Signals;
using Dashboard.Live;

namespace Dashboard.Overview;

/// <summary>Vetted personnel over time with the natural process limits.</summary>
public sealed record Trend
{
    /// <summary>Oldest first; the last is the period shown.</summary>
    public required ValueList<TrendPoint> Points { get; init; }

    /// <summary>Mean and limits; null when there are too few points to judge.</summary>
    public required TrendLimits? Limits { get; init; }

    /// <summary>Days on which a reorganisation touched the subtree, within the points.</summary>
    public required ValueList<DateOnly> Reorganisations { get; init; }
}

/// <summary>A point of the trend.</summary>
/// <param name="Period">Its period.</param>
/// <param name="Value">Null when nothing was reported.</param>
/// <param name="Plan">The plan of its year for a period of this length; null when none.</param>
/// <param name="IsProvisional">Some of it comes from returns not yet approved, or the period still runs.</param>
/// <param name="Signal">The rule it breaks, if any.</param>
public readonly record struct TrendPoint(Period Period, long? Value, long? Plan, bool IsProvisional, SignalRule? Signal);

/// <summary>Natural process limits (XmR).</summary>
/// <param name="Mean">Mean.</param>
/// <param name="Lower">Lower limit, not below zero.</param>
/// <param name="Upper">Upper limit.</param>
/// <param name="AreTrial">Computed from fewer than 12 points.</param>
/// <param name="FirstPoint">Index of the first point they hold for (a reorganisation starts them afresh).</param>
public readonly record struct TrendLimits(double Mean, double Lower, double Upper, bool AreTrial, int FirstPoint);
