using Dashboard.Charts;
using Dashboard.Disclosure;
using Dashboard.Domain.Signals;
using Dashboard.Layout;
using Dashboard.Live;

namespace Dashboard.Overview;

/// <summary>Puts the trend into a run chart, signals as sentences.</summary>
internal static class TrendWords
{
    /// <summary>Texts and rules of the chart.</summary>
    public static RunFrame Frame(Trend trend) => new(
        OverviewTexts.Get("Vetted.Brief"), OverviewTexts.Get("Plan"), OverviewTexts.Get("Trend.PlanAtEnd"), OverviewTexts.Get("Trend.OpenAtEnd"),
        OverviewTexts.Get("Trend.Mean"), OverviewTexts.Get("Trend.Upper"), OverviewTexts.Get("Trend.Lower"), Rules(trend));

    /// <summary>What the chart is called.</summary>
    public static string Title(Trend trend, Viewpoint seen) => OverviewTexts.Get("Trend.Title", Wording.Span(trend.Points.Count, seen.Question.Period));

    /// <summary>The points as lines of a file.</summary>
    public static IEnumerable<IReadOnlyList<string>> Lines(Trend trend)
    {
        yield return [OverviewTexts.Get("Period"), OverviewTexts.Get("Vetted.Brief"), OverviewTexts.Get("Plan"), OverviewTexts.Get("Provisional"), OverviewTexts.Get("Trend.Signal")];
        foreach ((int i, TrendPoint point) in trend.Points.Index())
        {
            yield return [point.Period.ToString(), Wording.Plain(point.Value), Wording.Plain(point.Plan), point.IsProvisional ? "1" : "0", SignalAt(trend, i) ?? ""];
        }
    }

    /// <summary>Limits as a band.</summary>
    public static RunBand? Band(Trend trend) => trend.Limits is { } limits ? new(limits.Mean, limits.Lower, limits.Upper, limits.FirstPoint) : null;

    /// <summary>Points of the chart.</summary>
    public static ValueList<RunPoint> Points(Trend trend, Viewpoint seen) => trend.Points.Select((point, i) =>
    {
        (string label, string? year) = Wording.AxisName(point.Period, i == 0);
        return new RunPoint
        {
            Label = label,
            SubLabel = year,
            Title = PeriodNames.Of(point.Period),
            Value = Withheld.Is(point.Value) ? null : point.Value,
            InGap = Withheld.Is(point.Value) ? CirculationWords.Hidden : null,
            Plan = point.Plan,
            IsOpen = point.IsProvisional,
            Signal = SignalAt(trend, i),
            Href = (seen with { Question = seen.Question with { Period = point.Period } }).To(seen.Head.Committee),
        };
    }).ToValueList();

    /// <summary>What the point at <paramref name="index"/> signals, in words; a run says it once, at its last point.</summary>
    public static string? SignalAt(Trend trend, int index)
    {
        TrendPoint point = trend.Points[index];
        if (point.Signal is not { } rule || point.Value is not { } value)
        {
            return null;
        }

        if (rule != SignalRule.OutsideLimits)
        {
            return index + 1 < trend.Points.Count && trend.Points[index + 1].Signal == rule ? null : OverviewTexts.Get($"Signal.{rule}");
        }

        return OverviewTexts.Get(value > trend.Limits?.Mean ? "Signal.Above" : "Signal.Below");
    }

    /// <summary>One sentence on the whole.</summary>
    public static string Sentence(Trend trend, Viewpoint seen)
    {
        string[] signals = [.. Enumerable.Range(0, trend.Points.Count).Where(i => SignalAt(trend, i) is not null)
            .Select(i => $"{PeriodNames.Of(trend.Points[i].Period)} {SignalAt(trend, i)}")];
        string shown = OverviewTexts.Get("Trend.Sentence", Wording.Span(trend.Points.Count, seen.Question.Period), seen.Name);
        return signals.Length > 0 ? $"{shown}; {string.Join("; ", signals)}" : $"{shown}; {OverviewTexts.Get("Trend.NoSignal")}";
    }

    private static ValueList<RunRule> Rules(Trend trend) => trend.Reorganisations
        .Select(day => (Day: day, At: trend.Points.TakeWhile(point => point.Period.End < day).Count()))
        .Where(rule => rule.At > 0 && rule.At < trend.Points.Count)
        .Select(rule => new RunRule(rule.At - 0.5, Numerals.Day(rule.Day), OverviewTexts.Get("Trend.Reorganisation", Numerals.Day(rule.Day))))
        .ToValueList();
}
