using System.Globalization;
using Bunit;
using Dashboard.Live;
using Dashboard.Overview;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Overview;

public class SubordinateTableTests : BunitContext
{
    private OverviewScreen _screen = null!;

    public SubordinateTableTests()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi-VN");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(new CommitteeFiles(null!, null!, null!, null!));
    }

    [Fact]
    public void Each_row_links_to_the_committee_seen_as_this_one() =>
        Assert.Equal("/c/HU-MAU-01", Table().Find("tbody a").GetAttribute("href"));

    [Fact]
    public void Sorting_is_said_to_assistive_technology_and_turns_on_a_second_click()
    {
        IRenderedComponent<SubordinateTable> table = Table();
        Assert.Equal("descending", table.Find("th:nth-child(2)").GetAttribute("aria-sort"));

        table.Find("th:nth-child(5) button").Click();
        Assert.Equal("Đảng bộ Khối doanh nghiệp tỉnh", FirstName(table));
        Assert.Null(table.Find("th:nth-child(2)").GetAttribute("aria-sort"));

        table.Find("th:nth-child(5) button").Click();
        Assert.Equal("ascending", table.Find("th:nth-child(5)").GetAttribute("aria-sort"));
    }

    [Fact]
    public void What_is_missing_stands_last_in_both_directions()
    {
        ValueList<SubordinateRow> rows = DesignOverview.Rows.Select(row => row.Number == 5 ? row with { Vetted = row.Vetted with { Value = null } } : row).ToValueList();
        IRenderedComponent<SubordinateTable> table = Table(rows);
        Assert.Equal("Đảng bộ Khối các cơ quan tỉnh", LastName(table));

        table.Find("th:nth-child(2) button").Click();

        Assert.Equal("Đảng bộ Khối các cơ quan tỉnh", LastName(table));
    }

    [Theory]
    [InlineData("hoa son", 1)]
    [InlineData("ĐÔNG", 1)]
    [InlineData("khoi", 2)]
    [InlineData("mau-07", 1)]
    [InlineData("không có", 0)]
    public void Search_ignores_case_and_diacritics(string typed, int found)
    {
        IRenderedComponent<SubordinateTable> table = Table();

        table.Find("input[type=search]").Input(typed);

        Assert.Equal(found, Rows(table).Count);
    }

    [Fact]
    public void Filters_count_and_show_their_rows()
    {
        IRenderedComponent<SubordinateTable> table = Table();
        Assert.Equal(["14", "5", "12", "6"], table.FindAll(".fchip b").Select(count => count.TextContent));

        table.Find(".fchip:nth-of-type(2)").Click();

        Assert.Equal(5, Rows(table).Count);
    }

    [Fact]
    public async Task Rows_keep_their_places_until_the_new_order_is_asked_for()
    {
        IRenderedComponent<SubordinateTable> table = Table();

        await table.ShowAsync(_screen, Model(Overtaken()));
        Assert.Equal("Đảng bộ thành phố Tân Giang", FirstName(table));

        table.Find(".fchip.fresh").Click();
        Assert.Equal("Đảng bộ huyện An Bình", FirstName(table));
        Assert.Empty(table.FindAll(".fchip.fresh"));
    }

    [Fact]
    public async Task A_committee_that_leaves_or_comes_does_so_at_once()
    {
        IRenderedComponent<SubordinateTable> table = Table();

        await table.ShowAsync(_screen, Model(DesignOverview.Rows.Skip(1).ToValueList()));
        Assert.Equal(13, Rows(table).Count);

        await table.ShowAsync(_screen, Model(DesignOverview.Rows));
        Assert.Equal("Đảng bộ thành phố Tân Giang", LastName(table));
    }

    [Fact]
    public void A_choice_of_columns_is_kept_in_the_browser()
    {
        BunitJSModuleInterop module = JSInterop.SetupModule("./Overview/SubordinateTable.razor.js");
        module.Mode = JSRuntimeMode.Loose;
        IRenderedComponent<SubordinateTable> table = Table();

        table.Find(".pick:nth-of-type(2) input").Change(false);

        Assert.Contains("no-change", table.Find("section").ClassName, StringComparison.Ordinal);
        Assert.Equal("change", Assert.Single(module.Invocations["write"]).Arguments[0]);
    }

    [Fact]
    public void A_kept_choice_is_taken_up_and_what_is_unknown_in_it_passed_over()
    {
        JSInterop.SetupModule("./Overview/SubordinateTable.razor.js").Setup<string?>("read").SetResult("spark nonsense dense");

        IRenderedComponent<SubordinateTable> table = Table();

        table.WaitForAssertion(() => Assert.Equal("card no-spark dense", table.Find("section").ClassName));
    }

    [Fact]
    public void Many_rows_are_drawn_only_where_they_are_seen()
    {
        ValueList<SubordinateRow> rows = Enumerable.Range(1, 250).Select(number => DesignOverview.Rows[0] with { Number = number }).ToValueList();

        Assert.True(Rows(Table(rows)).Count < 250);
    }

    private static ValueList<SubordinateRow> Overtaken() =>
        DesignOverview.Rows.Select(row => row.Number == 2 ? row with { Vetted = row.Vetted with { Value = 900 } } : row).ToValueList();

    private static OverviewModel Model(ValueList<SubordinateRow> rows) => DesignOverview.Model with { Sequence = DesignOverview.Model.Sequence + 1, Rows = rows };

    private IRenderedComponent<SubordinateTable> Table(ValueList<SubordinateRow>? rows = null)
    {
        _screen = ScreenOf.A(Model(rows ?? DesignOverview.Rows));
        return Render<SubordinateTable>(p => p.Add(x => x.Screen, _screen));
    }

    private static IReadOnlyList<AngleSharp.Dom.IElement> Rows(IRenderedComponent<SubordinateTable> table) => [.. table.FindAll("tbody tr[data-p]")];

    private static string FirstName(IRenderedComponent<SubordinateTable> table) => Rows(table)[0].QuerySelector("a")!.TextContent;

    private static string LastName(IRenderedComponent<SubordinateTable> table) => Rows(table)[^1].QuerySelector("a")!.TextContent;
}
