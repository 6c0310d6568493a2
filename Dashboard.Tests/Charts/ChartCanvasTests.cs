using Bunit;
using Dashboard.Charts;
using Dashboard.Live;
using Microsoft.JSInterop;

namespace Dashboard.Tests.Charts;

public class ChartCanvasTests : BunitContext
{
    private static readonly BarsFrame Frame = new([new BarSeries("One", "c1"), new BarSeries("Two", "c2")], "Done", "%", "{0} of {1} ({2})", "{0}");
    private readonly DrawnChart _drawn;

    public ChartCanvasTests() => _drawn = new DrawnChart(JSInterop);

    [Fact]
    public void A_chart_is_created_once_and_its_rows_are_told_by_the_page_alone()
    {
        IRenderedComponent<StackedBars> bars = Bars(Frame, Bar("a", 1, 2), Bar("b", 3, 4));

        Show(bars, Frame, Bar("a", 1, 2), Bar("b", 3, 9));

        Assert.Equal(1, _drawn.Created);
        Assert.Empty(_drawn.Chart.Invocations);
    }

    [Fact]
    public void Other_texts_replace_the_chart_whole()
    {
        IRenderedComponent<StackedBars> bars = Bars(Frame, Bar("a", 1, 2));

        Show(bars, Frame with { FigureHead = "Xong" }, Bar("a", 5, 2));

        Assert.Equal(Row("a", 5, 2), Assert.Single((ValueList<ValueList<object?>>)Assert.Single(_drawn.Chart.Invocations["replace"]).Arguments[1]!));
        Assert.Equal(1, _drawn.Created);
    }

    [Fact]
    public void Another_chart_on_the_same_canvas_replaces_the_rows()
    {
        IRenderedComponent<StackedBars> bars = Bars(Frame, Bar("a", 1, 2));

        bars.Render(p => p.Add(x => x.Name, "other"));

        Assert.Single(_drawn.Chart.Invocations["replace"]);
        Assert.Equal("other", bars.Find("canvas").GetAttribute("data-chart"));
    }

    [Fact]
    public async Task Leaving_the_page_destroys_the_chart()
    {
        Bars(Frame, Bar("a", 1, 2));

        await DisposeComponentsAsync();

        Assert.Single(_drawn.Chart.Invocations["destroy"]);
    }

    [Fact]
    public async Task A_browser_that_is_gone_is_no_fault()
    {
        _drawn.Chart.SetupVoid("destroy").SetException(new JSDisconnectedException("gone"));
        _drawn.Chart.SetupVoid("replace", _ => true).SetException(new JSDisconnectedException("gone"));
        IRenderedComponent<StackedBars> bars = Bars(Frame, Bar("a", 1, 2));

        Show(bars, Frame with { FigureHead = "Xong" }, Bar("a", 5, 2));
        await DisposeComponentsAsync();

        Assert.Single(_drawn.Chart.Invocations["destroy"]);
    }

    [Fact]
    public void Limits_that_move_by_less_than_is_written_are_not_told()
    {
        ChartData before = RunChart.DataOf(Run, [Point(5)], new RunBand(100.1, 50.2, 150.3, 0));
        ChartData after = RunChart.DataOf(Run, [Point(6)], new RunBand(100.4, 50.1, 150.4, 0));

        Assert.Equal([(1, 3, 6.0)], ChartChange.Between(before.Rows, after.Rows)!.Cells);
    }

    private static RunFrame Run { get; } = new("v", "p", "{0}", "{0}", "{0}", "{0}", "{0}", []);

    private static RunPoint Point(long value) => new() { Label = "I", SubLabel = null, Title = "Q1", Value = value, Plan = null, IsOpen = false, Signal = null, Href = null };

    private static BarRow Bar(string label, params long?[] values) =>
        new() { Label = label, Title = label, Href = null, Values = values.ToValueList(), Plan = 10, Figure = null, IsLow = false, Note = null };

    private static ValueList<object?> Row(string label, params long?[] values) => Assert.Single(StackedBars.DataOf(Frame, [Bar(label, values)]).Rows);

    private IRenderedComponent<StackedBars> Bars(BarsFrame frame, params BarRow[] rows) =>
        Render<StackedBars>(p => p.Add(x => x.Name, "bars").Add(x => x.Data, () => StackedBars.DataOf(frame, rows)).Add(x => x.Sentence, "s"));

    private static void Show(IRenderedComponent<StackedBars> bars, BarsFrame frame, params BarRow[] rows) => bars.Render(p => p.Add(x => x.Data, () => StackedBars.DataOf(frame, rows)));
}
