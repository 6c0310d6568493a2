using System.Globalization;
using Dashboard.Charts;
using Dashboard.Committees;
using Dashboard.Disclosure;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Movements;
using Dashboard.Layout;
using static Dashboard.Since.SinceTexts;

namespace Dashboard.Since;

/// <summary>Says in the reader's language what changed.</summary>
public static class SinceWords
{
    /// <summary>The name of a number.</summary>
    public static string Name(this SinceChange change) => change.Indicator is { } indicator ? Languages.IsVietnamese ? indicator.Name : indicator.NameEn : Get($"Number.{change.Code}");

    /// <summary>The name of a step, e.g. “Tiếp nhận”.</summary>
    public static string Name(this SinceChange change, MovementKind kind) => Get($"{Family(change, kind)}.{kind}");

    /// <summary>A change in one sentence: “42 đơn thư, trước là 39 (+3): tiếp nhận 17, giải quyết 11, chuyển cấp 3.”</summary>
    public static string Sentence(this SinceChange change) => Sentence(change, change.Name(), change.Start, change.End, change.Steps);

    /// <summary>A committee's share in one sentence.</summary>
    public static string Sentence(this SinceChange change, SinceRow row) =>
        Sentence(change, row.IsOwn ? Get("Own") : row.Committee.BriefName(), row.Start, row.End, row.Steps);

    /// <summary>What happened, without who and from what to what: “tiếp nhận 17, giải quyết 11”.</summary>
    public static string Parts(this SinceChange change, IEnumerable<SinceStep> steps) => string.Join(", ", steps.Select(step => Part(change, step)));

    /// <summary>The bars of a waterfall: the start, the steps, the end.</summary>
    public static List<WaterfallStep> Bars(this SinceChange change, SinceSpan span)
    {
        long at = change.Start ?? 0;
        List<WaterfallStep> bars = [Sum(Numerals.Day(span.FromDay), change.Start)];
        foreach (SinceStep step in change.Steps)
        {
            string name = change.Name(step.Kind);
            bars.Add(new() { Label = name, Title = $"{name}: {Numerals.Whole(step.Count)}", Href = null, From = at, To = at += step.Amount, Figure = Numerals.Difference(step.Amount), IsSum = false });
        }

        bars.Add(Sum(Numerals.Day(span.ToDay), change.End));
        return bars;
    }

    /// <summary>Name of a chart's download, without extension: which number, whose, between which days.</summary>
    public static string FileName(SinceModel model, SinceChange change) =>
        string.Create(CultureInfo.InvariantCulture, $"since-{model.Committee.Code}-{change.Code}-{model.Span.FromDay:yyyy-MM-dd}-{model.Span.ToDay:yyyy-MM-dd}");

    /// <summary>Whether a difference is good (<c>ok</c>), bad (<c>warn</c>), or neither.</summary>
    public static string? Tone(this SinceChange change, long difference) => (change.Direction, Math.Sign(difference)) switch
    {
        (Direction.Up, 1) or (Direction.Down, -1) => "t-ok",
        (Direction.Up, -1) or (Direction.Down, 1) => "t-warn",
        _ => null,
    };

    private static string Sentence(SinceChange change, string name, long? start, long? end, IEnumerable<SinceStep> steps)
    {
        string parts = change.Parts(steps);
        return parts.Length == 0
            ? Get("Sentence.Same", name, Numerals.Whole(end))
            : Get("Sentence", name, Numerals.Whole(start), Numerals.Whole(end), Numerals.Difference((end ?? 0) - (start ?? 0)), parts);
    }

    private static string Part(SinceChange change, SinceStep step)
    {
        string name = change.Name(step.Kind);
        string amount = Numerals.Whole(Math.Abs(step.Amount));
        return $"{char.ToLowerInvariant(name[0])}{name[1..]} {amount}";
    }

    // A deadline that passes is the same of every register; a figure is reported, a return handed in.
    private static string Family(SinceChange change, MovementKind kind) => change.Code switch
    {
        _ when kind is MovementKind.MovedIn or MovementKind.MovedOut or MovementKind.Overran or MovementKind.Eased => "Step",
        SinceCodes.Returns => "Returns",
        _ when change.Indicator is not null || change.Code == SinceCodes.Vetted => "Figures",
        SinceCodes.LapsesOpen or SinceCodes.LapsesOverdue => "Lapses",
        _ => "Complaints",
    };

    private static WaterfallStep Sum(string name, long? value) =>
        Withheld.Is(value)
            ? new() { Label = name, Title = name, Href = null, From = 0, To = 0, Figure = CirculationWords.Hidden, IsSum = true, IsGap = true }
            : new() { Label = name, Title = name, Href = null, From = 0, To = value ?? 0, Figure = Numerals.Whole(value), IsSum = true };
}
