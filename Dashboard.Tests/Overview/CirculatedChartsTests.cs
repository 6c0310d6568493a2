using System.Globalization;
using Dashboard.Charts;
using Dashboard.Data;
using Dashboard.Disclosure;
using Dashboard.Domain.Periods;
using Dashboard.Layout;
using Dashboard.Overview;
using Dashboard.Tests.Disclosure;
using Dashboard.Tests.Layout;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Overview;

/// <summary>Charts that are passed on: what is written and what is drawn.</summary>
public sealed class CirculatedChartsTests(SampleDatabase sample) : IClassFixture<SampleDatabase>, IDisposable
{
    private const int Threshold = 5;
    private readonly InLanguage _language = new("vi-VN");

    public static TheoryData<string> Committees => ["TU-MAU", "HU-MAU-01", "HU-MAU-03"];

    [Theory]
    [MemberData(nameof(Committees))]
    public void No_table_holds_a_small_count(string code)
    {
        CirculatedCharts charts = Charts(Disclosed(code));
        Assert.DoesNotContain(charts.Purposes(false).Lines.Skip(1).SelectMany(line => line.Skip(2)), IsSmall);
        Assert.DoesNotContain(charts.Trend().Lines.Skip(1).Select(line => line[1]), IsSmall);
        Assert.DoesNotContain(charts.Deadlines().Lines.Skip(1).SelectMany(line => line.Skip(2)), IsSmall);
        Assert.DoesNotContain(charts.Lapses().Lines.Skip(1).Select(line => line[3]), IsSmall);
        Assert.Contains(charts.Purposes(false).Lines.Skip(1).SelectMany(line => line), cell => cell == "ẩn");
        Assert.All(charts.Lapses().Lines, line => Assert.Equal(4, line.Count));
    }

    [Theory]
    [MemberData(nameof(Committees))]
    public void What_is_hidden_is_drawn_nowhere(string code)
    {
        OverviewModel model = Disclosed(code);
        CirculatedCharts charts = Charts(model);
        foreach (CirculatedPicture picture in new[] { charts.Purposes(true), charts.Purposes(false), charts.Trend(), charts.Deadlines() }.Select(chart => chart.Picture!))
        {
            Assert.DoesNotContain(picture.Data.Rows.SelectMany(row => row).OfType<double>(), number => number < 0 || double.IsNaN(number));
            Assert.DoesNotContain(Withheld.Count.ToString(CultureInfo.InvariantCulture)[1..], string.Join(' ', picture.Data.Rows.SelectMany(row => row).Append(picture.Title).Append(picture.Subtitle)), StringComparison.Ordinal);
        }

        // A point: value, and what stands in its gap.
        foreach ((TrendPoint point, int i) in model.Trend.Points.Select((point, i) => (point, i)))
        {
            var row = charts.Trend().Picture!.Data.Rows[i + 1];
            Assert.Equal(Withheld.Is(point.Value) ? (null, "ẩn") : ((double?)point.Value, null), ((double?)row[3], (string?)row[8]));
        }

        // Parts of a bar that are shown are no small counts; the last is what they leave of a total that is shown.
        foreach (CirculatedChart bars in new[] { charts.Purposes(false), charts.Deadlines() })
        {
            Assert.Contains("ẩn", ((BarsFrame)bars.Picture!.Data.Frame).Series.Select(series => series.Name));
            Assert.All(bars.Picture.Data.Rows.SelectMany(row => row.Skip(7).SkipLast(1)).OfType<double>(), part => Assert.False(part is > 0 and < Threshold));
        }
    }

    [Theory]
    [MemberData(nameof(Committees))]
    public void No_part_of_a_total_follows_from_the_parts_that_are_shown(string code)
    {
        OverviewModel model = Disclosed(code);
        var onlooker = new JointOnlooker();
        SubordinateRow[] rows = [.. model.Rows];
        void See(string name, long? count)
        {
            if (!Withheld.Is(count))
            {
                onlooker.See(name);
            }
        }

        foreach ((SubordinateRow row, int i) in rows.Select((row, i) => (row, i)))
        {
            See($"all {i}", row.Vetted.Value);
            onlooker.AddUp($"all {i}", model.Purposes.Select(purpose => $"{purpose.Purpose} {i}"));
            for (int part = 0; part < row.ByPurpose.Count; part++)
            {
                See($"{model.Purposes[part].Purpose} {i}", row.ByPurpose[part]);
            }
        }

        foreach ((string name, long? count) in model.Purposes.Select(purpose => ($"{purpose.Purpose}", purpose.Value)).Append(("all", model.Vetted.Amount.Value)))
        {
            See(name, count);
            onlooker.AddUp(name, rows.Select((_, i) => $"{name} {i}"));
        }

        onlooker.AddUp("all", model.Purposes.Select(purpose => $"{purpose.Purpose}"));
        Assert.Contains(rows.SelectMany(row => row.ByPurpose), Withheld.Is);
        Assert.Empty(onlooker.WorkedOut());
    }

    [Fact]
    public void Where_nothing_is_hidden_the_bars_are_those_of_the_page()
    {
        OverviewModel whole = sample.Board.Read(new OverviewQuestion(sample["TU-MAU"], Period.Quarter(2026, 3), Comparison.Year, StructureView.Now));
        CirculatedPicture picture = Charts(whole).Purposes(false).Picture!;
        Assert.Equal(new ChartViews(whole, Seen(whole), null).Purposes(false).Data, picture.Data);
    }

    public void Dispose() => _language.Dispose();

    private static bool IsSmall(string cell) => long.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out long count) && count is > 0 and < Threshold;

    private static Viewpoint Seen(OverviewModel model) => new(model.Question, model.Head, model.Today, model.StockDay);

    private static CirculatedCharts Charts(OverviewModel model) => new(model, Seen(model), "");

    private OverviewModel Disclosed(string code)
    {
        var keeper = new DisclosureKeeper(new DisclosureSettings { Circulation = Threshold }, new HiddenCellBook(sample.Database), sample.Calendar);
        OverviewModel whole = sample.Board.Read(new OverviewQuestion(sample[code], Period.Quarter(2026, 3), Comparison.Year, StructureView.Now));
        return DisclosedOverview.Of(whole, new DisclosedCounts(keeper, Audience.Circulation, sample.Figures));
    }
}
