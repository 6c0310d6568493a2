namespace Dashboard.Domain.Signals;

/// <summary>The four rules by which a point of a series is a signal and not noise.</summary>
public enum SignalRule
{
    /// <summary>Outside the natural process limits.</summary>
    OutsideLimits,

    /// <summary>Seven in a row on one side of the mean.</summary>
    RunOnOneSide,

    /// <summary>Seven in a row rising or falling.</summary>
    RunOfChange,

    /// <summary>Two of three beyond two thirds of the way to a limit.</summary>
    TwoOfThreeFarOut,
}
