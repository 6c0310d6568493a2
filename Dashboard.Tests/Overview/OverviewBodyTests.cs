using System.Globalization;
using Bunit;
using Dashboard.Charts;
using Dashboard.Overview;
using Dashboard.Tests.Charts;

namespace Dashboard.Tests.Overview;

public class OverviewBodyTests : BunitContext
{
    private readonly DrawnChart _drawn;

    public OverviewBodyTests()
    {
        Read("vi-VN");
        JSInterop.Mode = JSRuntimeMode.Loose;
        _drawn = new DrawnChart(JSInterop);
        SetRendererInfo(new("Server", isInteractive: true));
    }

    [Fact]
    public void A_figure_that_ticks_draws_only_its_own_row()
    {
        IRenderedComponent<OverviewBody> body = Body(DesignOverview.Model);
        Dictionary<int, int> before = RowRenders(body);

        body.Render(p => p.Add(x => x.Model, DesignOverview.Model.WithOneMore(3)));

        Assert.Equal([3], RowRenders(body).Where(row => row.Value != before[row.Key]).Select(row => row.Key));
    }

    [Fact]
    public void A_figure_that_ticks_leaves_the_parts_alone_that_do_not_show_it()
    {
        IRenderedComponent<OverviewBody> body = Body(DesignOverview.Model);
        int[] before = Others(body);

        body.Render(p => p.Add(x => x.Model, DesignOverview.Model.WithOneMore(3)));

        Assert.Equal(before, Others(body));
    }

    [Fact]
    public void A_figure_that_ticks_sends_one_number_to_each_chart_that_shows_it()
    {
        IRenderedComponent<OverviewBody> body = Body(DesignOverview.Model);

        body.Render(p => p.Add(x => x.Model, DesignOverview.Model.WithOneMore(3)));

        Assert.Equal(3, _drawn.Created);
        Assert.Equal([[2, 7, 42.0], [12, 3, 4_487.0]], _drawn.CellsSet.Select(cells => cells.ToArray()));
        Assert.DoesNotContain(_drawn.Chart.Invocations, call => call.Identifier is "replace" or "splice");
    }

    [Fact]
    public void An_equal_model_draws_and_sends_nothing()
    {
        IRenderedComponent<OverviewBody> body = Body(DesignOverview.Model);
        Dictionary<int, int> before = RowRenders(body);

        body.Render(p => p.Add(x => x.Model, DesignOverview.Model.WithOneMore(3).WithOneMore(3) with { Rows = DesignOverview.Rows, Purposes = DesignOverview.Model.Purposes, Trend = DesignOverview.Model.Trend, Vetted = DesignOverview.Model.Vetted }));

        Assert.Equal(before, RowRenders(body));
        Assert.Empty(_drawn.Chart.Invocations);
    }

    [Fact]
    public void A_number_that_went_back_before_the_browser_answered_is_drawn_back()
    {
        IRenderedComponent<OverviewBody> body = Body(DesignOverview.Model);

        body.Render(p => p.Add(x => x.Model, DesignOverview.Model.WithOneMore(3)));
        body.Render(p => p.Add(x => x.Model, DesignOverview.Model));

        Assert.StartsWith("4.486", body.Find(".kpi .kn").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vi-VN", "4.486", "+340 (+8,20%)", "70,18%")]
    [InlineData("en-GB", "4,486", "+340 (+8.20%)", "70.18%")]
    public void Numbers_are_written_as_the_reader_writes_them(string culture, string vetted, string delta, string progress)
    {
        Read(culture);

        string card = Body(DesignOverview.Model).Find(".kpi").TextContent;

        Assert.Contains(vetted, card, StringComparison.Ordinal);
        Assert.Contains(delta, card, StringComparison.Ordinal);
        Assert.Contains(progress, card, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vi-VN")]
    [InlineData("en-GB")]
    public void Nothing_reported_is_said_and_never_shown_as_zero(string culture)
    {
        Read(culture);

        IRenderedComponent<OverviewBody> body = Body(DesignOverview.Empty);

        Assert.Equal("–", body.Find(".kpi .kn").TextContent.Trim());
        Assert.Equal(5, body.FindAll(".overview > div .emp, #heat .emp").Count);
        Assert.Empty(body.FindAll("canvas"));
    }

    [Fact]
    public void Every_part_has_its_texts_in_english_too()
    {
        string vietnamese = Body(DesignOverview.Model).Markup;
        Read("en-GB");
        string english = Body(DesignOverview.Model).Markup;

        Assert.Contains("Cần chú ý", vietnamese, StringComparison.Ordinal);
        Assert.DoesNotContain("Cần chú ý", english, StringComparison.Ordinal);
        Assert.Contains("Needs attention", english, StringComparison.Ordinal);
    }

    private static void Read(string culture) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

    private IRenderedComponent<OverviewBody> Body(OverviewModel model) => Render<OverviewBody>(p => p.Add(x => x.Model, model));

    private static Dictionary<int, int> RowRenders(IRenderedComponent<OverviewBody> body) =>
        body.FindComponents<SubordinateLine>().ToDictionary(line => line.Instance.Part.Row.Number, line => line.RenderCount);

    private static int[] Others(IRenderedComponent<OverviewBody> body) =>
    [
        body.FindComponent<LapsesKpi>().RenderCount, body.FindComponent<ComplaintsKpi>().RenderCount, body.FindComponent<ReturnsKpi>().RenderCount,
        body.FindComponent<AttentionList>().RenderCount, body.FindComponent<HeatCard>().RenderCount, body.FindComponent<DeadlineCard>().RenderCount,
        body.FindComponent<SubordinateTools>().RenderCount, body.FindComponent<SubordinateHead>().RenderCount,
    ];
}
