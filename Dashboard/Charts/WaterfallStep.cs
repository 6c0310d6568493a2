using Dashboard.Live;

namespace Dashboard.Charts;

/// <summary>One bar of a waterfall: from where the one before ended to where the next begins.</summary>
public sealed record WaterfallStep
{
    /// <summary>Short name at the axis.</summary>
    public required string Label { get; init; }

    /// <summary>Name in the tooltip.</summary>
    public required string Title { get; init; }

    /// <summary>Where a click leads; null leads nowhere.</summary>
    public required string? Href { get; init; }

    /// <summary>Where the bar begins; 0 for the first and the last one.</summary>
    public required long From { get; init; }

    /// <summary>Where it ends.</summary>
    public required long To { get; init; }

    /// <summary>What stands behind the bar: the amount, or the difference with its sign.</summary>
    public required string Figure { get; init; }

    /// <summary>The start or the end, which stand on the axis.</summary>
    public required bool IsSum { get; init; }

    /// <summary>No bar is drawn, only what stands behind it.</summary>
    public bool IsGap { get; init; }

    internal ValueList<object?> ToCells() => new([Label, Title, Href, IsGap ? null : (double)From, IsGap ? null : (double)To, Figure, IsSum]);
}

/// <summary>What tells one waterfall from another: a change draws it anew.</summary>
/// <param name="Stamp">All its bars in one text.</param>
public sealed record WaterfallFrame(string Stamp);
