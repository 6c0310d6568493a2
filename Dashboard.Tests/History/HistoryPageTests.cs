using System.Globalization;
using Bunit;
using Dashboard.Changes;
using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Lapses;
using Dashboard.History;
using Dashboard.Tests.Lapses;
using Dashboard.Tests.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.History;

/// <summary>The history of a committee: what is told, to whom, in which words.</summary>
public sealed class HistoryPageTests : BunitContext, IClassFixture<LapseOffice>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly LapseOffice _office;
    private readonly InLanguage _language = new("vi-VN");

    public HistoryPageTests(LapseOffice office)
    {
        _office = office;
        office.AddTo(Services);
        Services.AddSingleton<HistoryDesk>();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("officer", "HU-MAU-02")]
    [InlineData("officer", "TU-MAU")]
    [InlineData("officer", "NOWHERE")]
    [InlineData("screen", "TU-MAU")]
    public void A_committee_outside_is_not_there(string account, string committee)
    {
        bool isRefused = false;
        Services.GetRequiredService<NavigationManager>().OnNotFound += (_, _) => isRefused = true;
        Assert.Empty(Page(committee, account: account).FindAll(".entries"));
        Assert.True(isRefused);
    }

    [Fact]
    public void A_committee_is_told_of_alone_or_with_all_below_it()
    {
        Assert.Equal(["/c/HU-MAU-01"], Links(Page()).Distinct());
        string[] below = Links(Page(query: "?below=1&subject=return"));
        Assert.Contains(below, link => link != "/c/HU-MAU-01");
        Assert.All(below, link => Assert.True(_office.Directory.Search.Find(link[3..]) is { } entry && IsBelow(entry.Number, _office.Sample["HU-MAU-01"]), link));
    }

    [Fact]
    public void Every_page_goes_on_where_the_last_one_ended()
    {
        var page = Page("TU-MAU", "?below=1", "leader");
        long[] newest = Sequences(page);
        Assert.Equal((LogWindow.PageSize, true), (newest.Length, newest.SequenceEqual(newest.OrderDescending())));
        string href = page.FindAll(".cf a").Single(a => a.TextContent.Trim() == "Cũ hơn").GetAttribute("href")!;
        long[] older = Sequences(Page("TU-MAU", href[href.IndexOf('?', StringComparison.Ordinal)..], "leader"));
        Assert.True(older[0] < newest[^1]);
    }

    [Fact]
    public async Task A_change_is_told_before_and_after_with_the_role_and_the_reason_and_never_the_account()
    {
        Lapse lapse = await _office.EnteredAsync(_office.Draft(), Cancelled);
        await new LapseRegister(_office.Sample.Ledger).RestateAsync("officer", lapse with { RemedyDueOn = new DateOnly(2026, 12, 15) }, "gia hạn", Cancelled);
        var entry = Page().Find(".entries > li");
        Assert.Equal(["Hạn khắc phục"], entry.QuerySelectorAll("dt").Select(field => field.TextContent));
        Assert.Equal("Trước 01/12/2026", entry.QuerySelector("del")!.TextContent);
        Assert.Equal("Sau 15/12/2026", entry.QuerySelector("ins")!.TextContent);
        Assert.Contains("gia hạn", entry.QuerySelector(".reason")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Cán bộ nhập liệu", entry.QuerySelector(".by b")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("officer", entry.QuerySelector(".by")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(entry.QuerySelectorAll("pre, code"));
    }

    [Fact]
    public async Task Nothing_is_told_of_accounts_sign_ins_exports_and_refusals()
    {
        int committee = _office.Sample["HU-MAU-01"];
        foreach (Subject subject in HistoryAddress.Untold)
        {
            await RecordAsync("officer", subject, committee, $"untold-{subject}");
        }

        await RecordAsync("officer", Subject.Plan, committee, "told|2026");
        string markup = Page(query: "?below=1").Markup;
        Assert.Contains("told", markup, StringComparison.Ordinal);
        Assert.DoesNotContain("untold", markup, StringComparison.Ordinal);
        Assert.Empty(Sequences(Page(query: "?key=untold")));
    }

    [Fact]
    public async Task A_name_that_is_an_address_is_not_shown()
    {
        await RecordAsync("nguyen.van@example.vn", Subject.Plan, _office.Sample["HU-MAU-01"], "by-mail|2026");
        var page = Page(query: "?key=by-mail");
        Assert.Equal("Tài khoản khác", page.Find(".by b").TextContent);
        Assert.DoesNotContain("@example.vn", page.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?subject=lapse", "Thiếu sót")]
    [InlineData("?subject=figure&key=vetting.admission", "Số liệu")]
    [InlineData("?subject=return&by=H%E1%BB%87%20th%E1%BB%91ng", "Báo cáo kỳ")]
    public void A_filter_leaves_only_what_it_names(string query, string subject)
    {
        var page = Page(query: query);
        Assert.NotEmpty(Sequences(page));
        Assert.All(page.FindAll(".said .chip"), chip => Assert.Equal(subject, chip.TextContent));
    }

    [Fact]
    public void Who_made_none_is_no_filter_that_shows_all()
    {
        var page = Page(query: "?by=nobody");
        Assert.Empty(Sequences(page));
        Assert.Equal("/c/HU-MAU-01/history", page.Find(".emp a").GetAttribute("href"));
        Assert.Empty(Sequences(Page(query: "?to=2020-01-01")));
    }

    [Fact]
    public async Task New_entries_are_counted_as_they_come_and_shown_when_asked_for()
    {
        SetRendererInfo(new("Server", isInteractive: true));
        var page = Page(query: "?key=night");
        await RecordAsync("officer", Subject.Entry, _office.Sample["HU-MAU-01"], "night|2026|one");
        await RecordAsync("officer", Subject.Entry, _office.Sample["HU-MAU-02"], "night|2026|elsewhere");
        await RecordAsync("officer", Subject.Plan, _office.Sample["HU-MAU-01"], "night|2027");
        page.WaitForAssertion(() => Assert.Equal("2 mới", page.Find(".news .fresh").TextContent.Trim()), Patience);
        Assert.Empty(Sequences(page));
        await page.Find(".fresh").ClickAsync();
        Assert.Equal(2, Sequences(page).Length);
        Assert.Empty(page.FindAll(".fresh"));
    }

    [Theory]
    [InlineData("?below=1&subject=lapse&by=H%E1%BB%87%20th%E1%BB%91ng&from=2026-01-01&to=2026-11-23&key=2026-Q3&before=7")]
    [InlineData("")]
    public void An_address_says_what_was_read_from_it(string query)
    {
        var values = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query);
        var page = new Dashboard.Layout.PageAddress("TU-MAU", Testing.SampleDatabase.Today) with { Tab = "history" };
        Assert.Equal("/c/TU-MAU/history" + query, HistoryAddress.Read(page, name => values.TryGetValue(name, out var value) ? value.ToString() : null).Href);
        Assert.Null(HistoryAddress.Read(page, name => name == "subject" ? "sign-in" : null).Subject);
    }

    protected override void Dispose(bool disposing)
    {
        _language.Dispose();
        base.Dispose(disposing);
    }

    private IRenderedComponent<HistoryPage> Page(string committee = "HU-MAU-01", string query = "", string account = "officer")
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/c/{committee}/history{query}");
        var page = Render<HistoryPage>(p => p.Add(one => one.Code, committee).AddCascadingValue(Task.FromResult(new AuthenticationState(LapseOffice.Of(account)))));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".waiting")), Patience);
        return page;
    }

    private async Task RecordAsync(string account, Subject subject, int committee, string key)
    {
        await _office.Sample.Ledger.WriteAsync(
            account,
            (page, _) =>
            {
                page.Record(subject, committee, key, null, null);
                return Task.CompletedTask;
            },
            null,
            Cancelled);
        await _office.Sample.Figures.CatchUpAsync(Cancelled);
    }

    private bool IsBelow(int committee, int top)
    {
        while (committee >= 0 && committee != top)
        {
            committee = _office.Directory.Search.ParentOf(committee);
        }

        return committee == top;
    }

    private static long[] Sequences(IRenderedComponent<HistoryPage> page) =>
        [.. page.FindAll(".entries > li").Select(line => long.Parse(line.Id!["entry-".Length..], CultureInfo.InvariantCulture))];

    private static string[] Links(IRenderedComponent<HistoryPage> page) => [.. page.FindAll(".said a").Select(link => link.GetAttribute("href")!)];
}
