namespace Dashboard.Domain.Signals;

/// <summary>Whether a stretch of a series can be judged by process limits.</summary>
public enum LimitsState
{
    /// <summary>12 points or more.</summary>
    Judged,

    /// <summary>2 to 11 points: the limits are on trial and to be marked so.</summary>
    Trial,

    /// <summary>Fewer than 2 points: no limits.</summary>
    TooFew,

    /// <summary>More than half of the points are zero: the days between events count instead.</summary>
    MostlyZero,

    /// <summary>Next to no movement but for single jumps: there is no noise to tell a signal from.</summary>
    Still,
}
