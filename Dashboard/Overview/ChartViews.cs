using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dashboard.Charts;
using Dashboard.Domain.Complaints;
using Dashboard.Layout;
using Dashboard.Live;
using static Dashboard.Overview.OverviewTexts;

namespace Dashboard.Overview;

/// <summary>The charts of one overview in one language, each computed when first asked for.</summary>
internal sealed class ChartViews
{
    private static readonly JsonSerializerOptions Short = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lazy<ChartView> _byTotal;
    private readonly Lazy<ChartView> _byShare;
    private readonly Lazy<ChartView> _trend;
    private readonly Lazy<ChartView> _deadlines;

    public ChartViews(OverviewModel model, Viewpoint seen, ChartViews? before)
    {
        Model = model;
        Seen = seen;
        bool sees = ReferenceEquals(seen, before?.Seen);
        bool sameBars = sees && model.Rows.Equals(before!.Model.Rows) && model.Purposes.Equals(before.Model.Purposes);
        _byTotal = sameBars ? before!._byTotal : new(() => Bars(false));
        _byShare = sameBars ? before!._byShare : new(() => Bars(true));
        _trend = sees && model.Trend.Equals(before!.Model.Trend) ? before._trend : new(Run);
        _deadlines = sees && model.OpenComplaints.Equals(before!.Model.OpenComplaints) ? before._deadlines : new(Dots);
    }

    private OverviewModel Model { get; }

    private Viewpoint Seen { get; }

    /// <summary>How many anybody asked for so far.</summary>
    public int Shown => new[] { _byTotal, _byShare, _trend, _deadlines }.Count(view => view.IsValueCreated);

    public ChartView Trend => _trend.Value;

    public ChartView Deadlines => _deadlines.Value;

    /// <summary>Vetted personnel by purpose, the largest first.</summary>
    public ChartView Purposes(bool byShare) => byShare ? _byShare.Value : _byTotal.Value;

    /// <summary>
    /// Writes what turns the rows of <paramref name="before"/> into these: a line of <c>#</c> and the chart's name, then row,
    /// column and value by turns, or a star and all rows. A chart with another frame is left to its card.
    /// </summary>
    public void WriteChange(ChartViews before, StringBuilder into)
    {
        WriteChange(before._byTotal, _byTotal, into);
        WriteChange(before._byShare, _byShare, into);
        WriteChange(before._trend, _trend, into);
        WriteChange(before._deadlines, _deadlines, into);
    }

    private static void WriteChange(Lazy<ChartView> before, Lazy<ChartView> after, StringBuilder into)
    {
        // Nobody has seen what was never asked for.
        if (ReferenceEquals(before, after) || !before.IsValueCreated || !before.Value.Data.Frame.Equals(after.Value.Data.Frame)
            || ChartChange.Between(before.Value.Data.Rows, after.Value.Data.Rows) is not { } change)
        {
            return;
        }

        into.Append("\n#").Append(after.Value.Name);
        if (change.Rows is { } rows)
        {
            into.Append("\t*\t").Append(JsonSerializer.Serialize(rows, Short));
        }

        foreach ((int row, int column, object? value) in change.Cells)
        {
            into.Append(CultureInfo.InvariantCulture, $"\t{row}\t{column}\t{JsonSerializer.Serialize(value, Short)}");
        }
    }

    private ChartView Bars(bool byShare)
    {
        BarRow[] rows = [.. PurposeBars.Order(Model.Rows, byShare).Take(PurposeBars.Most).Select(row => PurposeBars.Bar(row, Seen))];
        int all = Model.Rows.Count;
        string committees = all > rows.Length ? Get("Bars.Some", rows.Length, all) : Count("Bars.All", all, all);
        return new(
            byShare ? BlockName.ByShare : BlockName.ByTotal,
            StackedBars.DataOf(PurposeBars.Frame(Model.Purposes), rows),
            $"{committees} · {Seen.Period} · {Get(byShare ? "Sort.Share.Said" : "Sort.Total.Said")}",
            Get("Bars.Sentence", rows.Length, Seen.Name, Seen.Period),
            Model.Purposes.Count == 0);
    }

    private ChartView Run()
    {
        string limits = Get(Model.Trend.Limits switch { null => "Trend.NoLimits", { AreTrial: true } => "Trend.TrialLimits", _ => "Trend.Limits" });
        return new(
            BlockName.Trend,
            RunChart.DataOf(TrendWords.Frame(Model.Trend), TrendWords.Points(Model.Trend, Seen), TrendWords.Band(Model.Trend)),
            $"{Seen.Name} · {limits}",
            TrendWords.Sentence(Model.Trend, Seen),
            Model.Trend.Points.All(point => point.Value is null));
    }

    private ChartView Dots()
    {
        ValueList<OpenComplaint> all = Model.OpenComplaints;
        const int Soon = DeadlineWords.SoonDays;
        return new(
            BlockName.Deadlines,
            DeadlineDots.DataOf(DeadlineWords.Frame(), all.Select(complaint => DeadlineWords.Dot(complaint, Seen))),
            Get("Age.Subtitle", Numerals.Day(Seen.StockDay)),
            Get("Age.Sentence", all.Count(one => one.DaysLeft < 0), all.Count(one => one.DaysLeft is >= 0 and <= Soon), all.Count(one => one.DaysLeft > Soon)),
            all.Count == 0);
    }
}
