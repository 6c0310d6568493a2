using System.Globalization;
using Bunit;
using Dashboard.Live;
using Dashboard.Overview;
using Dashboard.Tests.Charts;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Overview;

public class OverviewBodyTests : BunitContext
{
    private readonly DrawnChart _drawn;

    public OverviewBodyTests()
    {
        Read("vi-VN");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(new CommitteeFiles(null!, null!, null!, null!));
        _drawn = new DrawnChart(JSInterop);
        SetRendererInfo(new("Server", isInteractive: true));
    }

    [Fact]
    public async Task A_figure_that_ticks_is_told_by_its_places_and_draws_nothing()
    {
        OverviewScreen screen = ScreenOf.A(DesignOverview.Model);
        IRenderedComponent<OverviewBody> body = Body(screen);
        int[] before = Renders(body);

        string told = await body.ShowAsync(screen, DesignOverview.Model.WithOneMore(3));

        Assert.Equal(before, Renders(body));
        Assert.Contains("4.487", Line(told, "v"), StringComparison.Ordinal);
        Assert.Contains("\t419", Line(told, "3"), StringComparison.Ordinal);
        Assert.DoesNotContain(told.Split('\n').Skip(1), line => line.Split('\t')[0] is "1" or "2" or "l" or "c" or "r" or "h" or "a");
    }

    [Fact]
    public async Task A_figure_that_ticks_tells_one_number_to_each_chart_that_shows_it()
    {
        OverviewScreen screen = ScreenOf.A(DesignOverview.Model);
        IRenderedComponent<OverviewBody> body = Body(screen);

        string told = await body.ShowAsync(screen, DesignOverview.Model.WithOneMore(3));

        Assert.Equal(3, _drawn.Created);
        Assert.Equal(["#t\t2\t7\t42", "#r\t12\t3\t4487"], told.Split('\n').Where(line => line[0] == '#'));
        Assert.Empty(_drawn.Chart.Invocations);
    }

    [Fact]
    public async Task An_equal_model_tells_and_draws_nothing()
    {
        OverviewScreen screen = ScreenOf.A(DesignOverview.Model);
        IRenderedComponent<OverviewBody> body = Body(screen);
        int[] before = Renders(body);

        string told = await body.ShowAsync(screen, DesignOverview.Model with { Rows = DesignOverview.Rows.ToValueList() });

        Assert.DoesNotContain('\n', told);
        Assert.Equal(before, Renders(body));
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

    private IRenderedComponent<OverviewBody> Body(OverviewModel model) => Body(ScreenOf.A(model));

    private IRenderedComponent<OverviewBody> Body(OverviewScreen screen) => Render<OverviewBody>(p => p.Add(x => x.Screen, screen));

    private static string Line(string told, string name) => told.Split('\n').Single(line => line.StartsWith(name + "\t", StringComparison.Ordinal));

    private static int[] Renders(IRenderedComponent<OverviewBody> body) =>
    [
        body.RenderCount, body.FindComponent<AttentionList>().RenderCount, body.FindComponent<PurposeCard>().RenderCount, body.FindComponent<TrendCard>().RenderCount,
        body.FindComponent<DeadlineCard>().RenderCount, body.FindComponent<HeatCard>().RenderCount, body.FindComponent<SubordinateTable>().RenderCount,
        body.FindComponent<SubordinateTools>().RenderCount, body.FindComponent<SubordinateHead>().RenderCount, body.FindComponent<FiguresCard>().RenderCount,
    ];
}
