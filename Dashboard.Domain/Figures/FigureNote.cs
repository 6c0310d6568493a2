using Dashboard.Domain.Periods;

namespace Dashboard.Domain.Figures;

/// <summary>
/// A short remark at a figure of a committee, for those who read it: what moved the number, what is still being looked into. It
/// stands at one committee, indicator and period, is never about a person, and goes by itself once its day is over.
/// </summary>
public sealed record FigureNote
{
    /// <summary>Number of the committee whose figure, with all below it, the note is about.</summary>
    public required int Committee { get; init; }

    /// <summary>Number of the indicator.</summary>
    public required int Indicator { get; init; }

    /// <summary>Period of the figure.</summary>
    public required Period Period { get; init; }

    /// <summary>What it says.</summary>
    public required string Text { get; init; }

    /// <summary>Day on which it was written, or last rewritten.</summary>
    public required DateOnly WrittenOn { get; init; }

    /// <summary>Last day on which it is shown.</summary>
    public required DateOnly ExpiresOn { get; init; }

    /// <summary>Whether it is shown on <paramref name="day"/>.</summary>
    public bool IsShownOn(DateOnly day) => day <= ExpiresOn;
}
