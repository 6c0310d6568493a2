using Dashboard.Charts;
using Dashboard.Disclosure;
using Dashboard.Layout;
using Dashboard.Live;
using static Dashboard.Overview.OverviewTexts;

namespace Dashboard.Overview;

/// <summary>The charts of an overview as they are passed on, each drawn from what is disclosed and from nothing else.</summary>
/// <param name="model">What is disclosed.</param>
/// <param name="seen">Who is shown, of when.</param>
/// <param name="notice">What every file says of itself.</param>
internal sealed class CirculatedCharts(OverviewModel model, Viewpoint seen, string notice)
{
    private readonly ChartViews _views = new(model, seen, null);

    /// <summary>Vetted personnel by purpose: what is hidden of a bar is one part of it.</summary>
    public CirculatedChart Purposes(bool byShare)
    {
        ChartView view = _views.Purposes(byShare);
        BarsFrame frame = PurposeBars.Frame(model.Purposes);
        var bars = PurposeBars.Order(model.Rows, byShare).Take(PurposeBars.Most).Select(row => (PurposeBars.Bar(row, seen), row.Vetted.Value));
        return Chart(
            "vetting-by-purpose", PurposeBars.Lines(model, byShare),
            new CirculatedPicture("bars", CirculatedBars.Of(frame, bars), null, Get("Bars.Title"), view.Subtitle, seen.Source));
    }

    /// <summary>Vetted personnel over time, with gaps.</summary>
    public CirculatedChart Trend()
    {
        ChartView view = _views.Trend;
        string subtitle = model.Trend.Points.Any(point => Withheld.Is(point.Value)) ? $"{seen.Name} · {Get("Trend.Hidden")}" : view.Subtitle;
        return Chart(
            "vetting-trend", TrendWords.Lines(model.Trend),
            new CirculatedPicture("run", view.Data, null, TrendWords.Title(model.Trend, seen), subtitle, seen.Source));
    }

    /// <summary>Open complaints by what is left of their time: how many, and not which.</summary>
    public CirculatedChart Deadlines()
    {
        SubordinateRow[] rows = [.. model.Rows.Where(row => row.ComplaintsOpen != 0).OrderByDescending(row => row.ComplaintsOpen).ThenBy(row => row.Number)];
        var frame = new BarsFrame(
            [new(Get("Age.Overdue"), "crit"), new(Get("Age.Soon"), "warn"), new(Get("Age.Within"), "accent-mid")], Get("Age.Open"), "", Get("Bars.Total"), Get("Bars.TotalAlone"));
        (BarRow, long?)[] bars = [.. rows.Take(PurposeBars.Most).Select(row => (Bar(row), (long?)row.ComplaintsOpen))];
        return Chart(
            "complaints-by-deadline", Lines(),
            new CirculatedPicture("bars", CirculatedBars.Of(frame, bars), 60 + 36 * bars.Length, Get("Age.ByCommittee"), $"{seen.Name} · {Numerals.Day(seen.StockDay)}", seen.Source));

        IEnumerable<IReadOnlyList<string>> Lines()
        {
            yield return [Get("Code"), Get("Committee"), Get("Age.Overdue"), Get("Age.Soon"), Get("Age.Within"), Get("Age.Open")];
            foreach (SubordinateRow row in rows)
            {
                yield return [row.Committee.Code, Wording.Name(row), Wording.Plain(row.ComplaintsOverdue), Wording.Plain(row.ComplaintsDueSoon), Wording.Plain(row.ComplaintsWithin), Wording.Plain(row.ComplaintsOpen)];
            }
        }
    }

    /// <summary>Open lapses by kind and committee. How many of a kind are overdue is no count that anybody is shown.</summary>
    public CirculatedChart Lapses() => Chart(
        "open-lapses",
        HeatWords.Cells(model.Heat).Select(line => (IReadOnlyList<string>)[.. line.Take(4)]).Prepend([Get("Heat.Kind"), Get("Code"), Get("Committee"), Get("Heat.Open")]),
        null);

    private CirculatedChart Chart(string what, IEnumerable<IReadOnlyList<string>> lines, CirculatedPicture? picture) =>
        new() { FileName = seen.FileName(what) + CirculationWords.Suffix, Notice = notice, Lines = [.. lines], Picture = picture };

    private static BarRow Bar(SubordinateRow row) => new()
    {
        Label = Wording.ShortName(row),
        Title = Wording.Name(row),
        Href = null,
        Values = [row.ComplaintsOverdue, row.ComplaintsDueSoon, row.ComplaintsWithin],
        Plan = null,
        Figure = null,
        IsLow = false,
        Note = null,
    };
}
