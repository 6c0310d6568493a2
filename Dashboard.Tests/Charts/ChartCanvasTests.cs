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
    public void A_chart_is_created_once_and_then_told_only_the_changed_number()
    {
        IRenderedComponent<StackedBars> bars = Bars(Bar("a", 1, 2), Bar("b", 3, 4));

        Show(bars, Bar("a", 1, 2), Bar("b", 3, 9));

        Assert.Equal(1, _drawn.Created);
        Assert.Equal([1, 8, 9.0], Assert.Single(_drawn.CellsSet));
    }

    [Fact]
    public void Nothing_is_sent_when_nothing_changed()
    {
        IRenderedComponent<StackedBars> bars = Bars(Bar("a", 1, 2));

        Show(bars, Bar("a", 1, 2));

        Assert.Empty(_drawn.Chart.Invocations);
    }

    [Fact]
    public void A_missing_number_is_sent_as_missing_and_not_as_zero()
    {
        IRenderedComponent<StackedBars> bars = Bars(Bar("a", 1, 2));

        Show(bars, Bar("a", null, 2));

        Assert.Equal([0, 7, null], Assert.Single(_drawn.CellsSet));
    }

    [Fact]
    public void A_new_bar_is_put_in_its_place()
    {
        IRenderedComponent<StackedBars> bars = Bars(Bar("a", 1, 2), Bar("c", 3, 4));

        Show(bars, Bar("a", 1, 2), Bar("b", 9, 9), Bar("c", 3, 4));

        JSRuntimeInvocation call = Assert.Single(_drawn.Chart.Invocations["splice"]);
        Assert.Equal((1, 0, 1), ((int)call.Arguments[0]!, (int)call.Arguments[1]!, ((IReadOnlyList<ValueList<object?>>)call.Arguments[2]!).Count));
    }

    [Fact]
    public void Other_texts_replace_the_chart_whole()
    {
        IRenderedComponent<StackedBars> bars = Bars(Bar("a", 1, 2));

        bars.Render(p => p.Add(x => x.Frame, Frame with { FigureHead = "Xong" }));

        Assert.Single(_drawn.Chart.Invocations["replace"]);
        Assert.Equal(1, _drawn.Created);
    }

    [Fact]
    public async Task Leaving_the_page_destroys_the_chart()
    {
        Bars(Bar("a", 1, 2));

        await DisposeComponentsAsync();

        Assert.Single(_drawn.Chart.Invocations["destroy"]);
    }

    [Fact]
    public async Task A_browser_that_is_gone_is_no_fault()
    {
        _drawn.Chart.SetupVoid("destroy").SetException(new JSDisconnectedException("gone"));
        _drawn.Chart.SetupVoid("set", _ => true).SetException(new JSDisconnectedException("gone"));
        IRenderedComponent<StackedBars> bars = Bars(Bar("a", 1, 2));

        Show(bars, Bar("a", 5, 2));
        await DisposeComponentsAsync();

        Assert.Single(_drawn.Chart.Invocations["destroy"]);
    }

    [Fact]
    public void Limits_that_move_by_less_than_is_written_are_not_sent()
    {
        IRenderedComponent<RunChart> run = Render<RunChart>(p => p.Add(x => x.Sentence, "s").Add(x => x.Points, [Point(5)]).Add(x => x.Band, new RunBand(100.1, 50.2, 150.3, 0))
            .Add(x => x.Frame, new RunFrame("v", "p", "{0}", "{0}", "{0}", "{0}", "{0}", [])));

        run.Render(p => p.Add(x => x.Band, new RunBand(100.4, 50.1, 150.4, 0)).Add(x => x.Points, [Point(6)]));

        Assert.Equal([1, 3, 6.0], Assert.Single(_drawn.CellsSet));
    }

    private static RunPoint Point(long value) => new() { Label = "I", SubLabel = null, Title = "Q1", Value = value, Plan = null, IsOpen = false, Signal = null, Href = null };

    private static BarRow Bar(string label, params long?[] values) =>
        new() { Label = label, Title = label, Href = null, Values = values.ToValueList(), Plan = 10, Figure = null, IsLow = false, Note = null };

    private IRenderedComponent<StackedBars> Bars(params BarRow[] rows) =>
        Render<StackedBars>(p => p.Add(x => x.Frame, Frame).Add(x => x.Rows, rows.ToValueList()).Add(x => x.Sentence, "s"));

    private static void Show(IRenderedComponent<StackedBars> bars, params BarRow[] rows) => bars.Render(p => p.Add(x => x.Rows, rows.ToValueList()));
}
