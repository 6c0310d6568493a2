namespace Dashboard.Domain.Signals;

/// <summary>A point of a series that is news.</summary>
/// <param name="Index">Index of the point at which the rule is met.</param>
/// <param name="Rule">Rule met.</param>
/// <param name="IsHigh">Above the mean, or rising.</param>
public readonly record struct Signal(int Index, SignalRule Rule, bool IsHigh);
