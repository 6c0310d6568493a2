using Dashboard.Live;

namespace Dashboard.Charts;

/// <summary>One point of a run chart.</summary>
public sealed record RunPoint
{
    /// <summary>First line at the axis.</summary>
    public required string Label { get; init; }

    /// <summary>Second line at the axis, where there is something new to say.</summary>
    public required string? SubLabel { get; init; }

    /// <summary>Name in the tooltip.</summary>
    public required string Title { get; init; }

    /// <summary>Null leaves a gap.</summary>
    public required long? Value { get; init; }

    /// <summary>Height of the plan's step; null leaves a gap.</summary>
    public required long? Plan { get; init; }

    /// <summary>Not final yet: drawn hollow.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>Why it is ringed; null draws no ring.</summary>
    public required string? Signal { get; init; }

    /// <summary>Where a click leads; null leads nowhere.</summary>
    public required string? Href { get; init; }

    /// <summary>What is written in the gap in place of a value; null leaves it empty.</summary>
    public string? InGap { get; init; }

    internal ValueList<object?> ToCells() => new([Label, SubLabel, Title, (double?)Value, (double?)Plan, IsOpen, Signal, Href, InGap]);
}

/// <summary>Band between two limits around a mean, from one point on.</summary>
/// <param name="Mean">Middle line.</param>
/// <param name="Lower">Lower edge.</param>
/// <param name="Upper">Upper edge.</param>
/// <param name="From">Index of the first point it holds for.</param>
public sealed record RunBand(double Mean, double Lower, double Upper, int From)
{
    // Rounded to what is written beside the lines, so that a tick of the data rarely moves them.
    internal ValueList<object?> ToCells() => new([Math.Round(Mean), Math.Round(Lower), Math.Round(Upper), (double)From]);
}

/// <summary>A dotted vertical rule with its text.</summary>
/// <param name="At">Where on the axis, in points: 6.5 is between the seventh and the eighth.</param>
/// <param name="Brief">Text on narrow screens.</param>
/// <param name="Full">Text on wide ones.</param>
public sealed record RunRule(double At, string Brief, string Full);

/// <summary>Texts of a run chart; {0} stands for the number.</summary>
/// <param name="Value">Name of the line.</param>
/// <param name="Plan">Name of the step line.</param>
/// <param name="PlanAtEnd">Text at the end of the plan.</param>
/// <param name="OpenAtEnd">Text at an open last point.</param>
/// <param name="Mean">Text at the mean.</param>
/// <param name="Upper">Text at the upper limit.</param>
/// <param name="Lower">Text at the lower limit.</param>
/// <param name="Rules">Vertical rules.</param>
public sealed record RunFrame(string Value, string Plan, string PlanAtEnd, string OpenAtEnd, string Mean, string Upper, string Lower, ValueList<RunRule> Rules);
