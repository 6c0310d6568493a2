using Dashboard.Layout;

namespace Dashboard.Overview;

/// <summary>How a change is judged.</summary>
internal enum Betterment
{
    /// <summary>More is better.</summary>
    Up,

    /// <summary>Less is better.</summary>
    Down,

    /// <summary>Neither is: more is only worth a look.</summary>
    Neither,
}

/// <summary>A change, put into the parts of a <see cref="DeltaLine"/>.</summary>
internal readonly record struct DeltaWords(string? Arrow, string? Tone, string? Amount, string? Relative, string Compared)
{
    /// <summary>From a change of counts.</summary>
    public static DeltaWords Of(Delta delta, Betterment better, Viewpoint seen)
    {
        if (delta.Base is null || seen.Question.Compare == Comparison.None)
        {
            return Nothing(seen);
        }

        string? relative = Wording.Relative(delta) is { } share ? $"({Numerals.PercentDifference(share, 2)})" : null;
        return delta.Difference == 0
            ? new(null, null, OverviewTexts.Get("Unchanged"), null, seen.Compared)
            : new(ArrowOf(delta.Difference), ToneOf(delta.Difference, better), Numerals.Difference(delta.Difference), relative, seen.Compared);
    }

    /// <summary>From a change of a share, in hundredths of a percent; more is better.</summary>
    public static DeltaWords OfShare(int? perMyriad, Viewpoint seen) => perMyriad is not { } points || seen.Question.Compare == Comparison.None
        ? Nothing(seen)
        : points == 0
            ? new(null, null, OverviewTexts.Get("Unchanged"), null, seen.Compared)
            : new(ArrowOf(points), ToneOf(points, Betterment.Up), Numerals.Points(points / 100.0), OverviewTexts.Get("Points"), seen.Compared);

    private static DeltaWords Nothing(Viewpoint seen) =>
        new(null, null, null, null, seen.Question.Compare == Comparison.None ? "\u00a0" : OverviewTexts.Get("NothingToCompare"));

    private static string ArrowOf(long difference) => difference > 0 ? "arrow-up" : "arrow-down";

    private static string? ToneOf(long difference, Betterment better) => (better, difference > 0) switch
    {
        (Betterment.Up, true) or (Betterment.Down, false) => "t-ok",
        (Betterment.Up, false) or (Betterment.Down, true) => "t-crit",
        (_, true) => "t-warn",
        _ => null,
    };
}
