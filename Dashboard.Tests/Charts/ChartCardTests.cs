using System.Globalization;
using Bunit;
using Dashboard.Charts;
using Dashboard.Live;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace Dashboard.Tests.Charts;

public class ChartCardTests : BunitContext
{
    private static readonly DotsFrame Frame = new("{0}", "{0}", "{0}", "Due", "7", 7, ["a", "b", "c"]);

    public ChartCardTests() => CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("vi-VN");

    [Fact]
    public void Without_a_script_the_table_is_there()
    {
        Services.AddSingleton<IJSRuntime>(new Browser(new TaskCompletionSource<object>().Task));

        IRenderedComponent<ChartCard> card = Card(isInteractive: false);

        Assert.Contains("1.234", card.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Once_drawn_the_chart_takes_the_tables_place_until_the_table_is_asked_for()
    {
        var drawn = new DrawnChart(JSInterop);
        IRenderedComponent<ChartCard> card = Card();
        Assert.Empty(card.FindAll("table"));

        card.Find(".view button:last-child").Click();
        Assert.Single(card.FindAll("table"));
        Assert.Empty(card.FindAll("canvas"));

        card.Find(".view button:first-child").Click();
        Assert.Single(card.FindAll("canvas"));
        Assert.Equal(2, drawn.Created);
    }

    [Fact]
    public void A_chart_that_cannot_be_drawn_leaves_its_table_and_offers_to_try_again()
    {
        Services.AddSingleton<IJSRuntime>(new Browser(Task.FromException<object>(new JSException("no Chart.js"))));

        IRenderedComponent<ChartCard> card = Card();

        Assert.Single(card.FindAll("table"));
        Assert.Contains("Thử lại", card.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_keeps_the_last_numbers_under_its_banner()
    {
        _ = new DrawnChart(JSInterop);
        bool asked = false;
        IRenderedComponent<ChartCard> card = Card(p => p.Add(x => x.Body, ChartBody.Failed("Không tải được số mới")).Add(x => x.OnRetry, () => { asked = true; }));

        card.Find("[role=alert] button").Click();

        Assert.True(asked);
        Assert.Single(card.FindAll("canvas"));
    }

    [Fact]
    public void Nothing_to_draw_says_what_is_missing_why_and_what_to_do()
    {
        IRenderedComponent<ChartCard> card = Card(p => p.Add(x => x.Body, ChartBody.Empty("Chưa có", "Vì chưa nộp", "/c/X", "Xem kỳ trước")));

        Assert.Equal("Chưa có", card.Find(".emp b").TextContent);
        Assert.Equal("/c/X", card.Find(".emp a").GetAttribute("href"));
        Assert.Empty(card.FindAll("canvas"));
    }

    [Fact]
    public void While_loading_a_skeleton_stands_in() => Assert.Single(Card(p => p.Add(x => x.Body, ChartBody.Loading)).FindAll(".skeleton[role=status]"));

    [Fact]
    public void The_table_is_downloaded_under_the_name_of_committee_and_period()
    {
        var drawn = new DrawnChart(JSInterop);

        Card().Find(".pop button:last-child").Click();

        Assert.Equal(("TU-MAU-2026-Q3.csv", "\uFEFFa,b\r\n1,2\r\n"), Assert.Single(drawn.Downloads));
    }

    [Fact]
    public void The_picture_is_drawn_with_title_subtitle_and_source()
    {
        var drawn = new DrawnChart(JSInterop);

        Card().Find(".pop button:first-of-type").Click();

        Assert.Equal(["TU-MAU-2026-Q3", "Tên", "Kỳ", "Nguồn"], Assert.Single(drawn.Chart.Invocations["picture"]).Arguments);
    }

    [Fact]
    public void For_circulation_another_table_is_downloaded_that_says_what_it_is()
    {
        var drawn = new DrawnChart(JSInterop);
        var asked = new List<string>();

        Card(p => p.Add(x => x.Export, Circulated(asked))).Find("[data-circulate=csv]").Click();

        Assert.Equal(["csv"], asked);
        Assert.Equal(("TU-MAU-circulation.csv", "\uFEFFĐể lưu hành\r\na,b\r\n1,ẩn\r\n"), Assert.Single(drawn.Downloads));
    }

    [Fact]
    public void For_circulation_another_chart_is_drawn_and_the_one_on_the_page_is_not_taken()
    {
        var drawn = new DrawnChart(JSInterop);
        var asked = new List<string>();

        Card(p => p.Add(x => x.Export, Circulated(asked))).Find("[data-circulate=png]").Click();

        Assert.Equal(["png"], asked);
        Assert.Empty(drawn.Chart.Invocations["picture"]);
        JSRuntimeInvocation call = Assert.Single(drawn.Chart.Invocations["pictureOf"]);
        Assert.Equal<object?>(["dots", Frame, 300, "TU-MAU-circulation", "Khác", "Kỳ khác", "Nguồn khác", "Để lưu hành"], call.Arguments.Where((_, i) => i != 2));
        Assert.Equal(DeadlineDots.DataOf(Frame, []).Rows, call.Arguments[2]);
    }

    [Fact]
    public void What_is_for_nobody_else_offers_no_file_for_circulation()
    {
        _ = new DrawnChart(JSInterop);

        Assert.Empty(Card().FindAll("[data-circulate]"));
    }

    private static ChartExport Circulated(List<string> asked) => new("TU-MAU", "Nguồn", () => throw new InvalidOperationException("The page's own table is taken."))
    {
        Circulate = format =>
        {
            asked.Add(format);
            return Task.FromResult(new CirculatedChart
            {
                FileName = "TU-MAU-circulation",
                Notice = "Để lưu hành",
                Lines = [["a", "b"], ["1", "ẩn"]],
                Picture = new CirculatedPicture("dots", DeadlineDots.DataOf(Frame, []), 300, "Khác", "Kỳ khác", "Nguồn khác"),
            });
        },
    };

    private IRenderedComponent<ChartCard> Card(Action<ComponentParameterCollectionBuilder<ChartCard>>? more = null, bool isInteractive = true)
    {
        SetRendererInfo(new(isInteractive ? "Server" : "Static", isInteractive));
        return Render<ChartCard>(p => Fill(p, more));
    }

    private static void Fill(ComponentParameterCollectionBuilder<ChartCard> p, Action<ComponentParameterCollectionBuilder<ChartCard>>? more)
    {
        p.Add(x => x.Id, "age").Add(x => x.Title, "Tên").Add(x => x.Subtitle, "Kỳ")
            .Add(x => x.Export, new ChartExport("TU-MAU-2026-Q3", "Nguồn", () => [["a", "b"], ["1", "2"]]))
            .Add(x => x.Table, "<table><tr><td>1.234</td></tr></table>")
            .Add<DeadlineDots>(x => x.Chart!, dots => dots.Add(x => x.Name, "d").Add(x => x.Data, () => DeadlineDots.DataOf(Frame, [])).Add(x => x.Sentence, "s"));
        more?.Invoke(p);
    }

    /// <summary>A browser that answers every call with one task: never, or with a fault.</summary>
    private sealed class Browser(Task<object> answer) : IJSRuntime
    {
        public async ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => (TValue)await answer;

        public async ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => (TValue)await answer;
    }
}
