using Bunit;
using Dashboard.Domain.Lapses;
using Dashboard.Lapses;
using Dashboard.Tests.Layout;
using Dashboard.Tests.Testing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Lapses;

/// <summary>The page of the register: its states, its panel, and that it follows.</summary>
public sealed class LapsesPageTests : BunitContext, IClassFixture<LapseOffice>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly LapseOffice _office;
    private readonly InLanguage _language = new("vi-VN");

    public LapsesPageTests(LapseOffice office)
    {
        _office = office;
        office.AddTo(Services);
        JSInterop.Mode = JSRuntimeMode.Loose;
        SetRendererInfo(new("Server", isInteractive: true));
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void A_committee_outside_is_not_there()
    {
        bool isRefused = false;
        Services.GetRequiredService<NavigationManager>().OnNotFound += (_, _) => isRefused = true;
        Assert.Empty(Page("HU-MAU-02").FindAll(".reg"));
        Assert.True(isRefused);
    }

    [Fact]
    public void The_cards_lead_to_their_lists_and_the_chosen_one_says_so()
    {
        var page = Page(query: "?band=overdue");
        Assert.Equal(5, page.FindAll(".tile").Count);
        Assert.Equal("/c/HU-MAU-01/lapses?band=overdue", page.Find(".tile[aria-current]").GetAttribute("href"));
        Assert.Equal(page.FindAll(".reg tbody tr").Count.ToString(System.Globalization.CultureInfo.InvariantCulture), page.Find(".tile[aria-current] b").TextContent);
        Assert.All(page.FindAll(".reg tbody tr"), line => Assert.StartsWith("Quá hạn", line.QuerySelector(".chip")!.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_sorted_by_is_said_to_who_hears_the_table()
    {
        var page = Page(query: "?sort=-committee");
        var sorted = Assert.Single(page.FindAll("th[aria-sort]"));
        Assert.Equal(("descending", "Cấp ủy"), (sorted.GetAttribute("aria-sort"), sorted.TextContent.Trim()));
    }

    [Fact]
    public void A_list_without_anything_says_so_and_the_filter_can_be_cleared()
    {
        var page = Page(query: "?q=khongcogi");
        Assert.Contains("Không có thiếu sót nào khớp bộ lọc", page.Find(".emp").TextContent, StringComparison.Ordinal);
        Assert.Equal("/c/HU-MAU-01/lapses", page.Find(".emp a").GetAttribute("href"));
    }

    [Theory]
    [InlineData("officer", "HU-MAU-01", true)]
    [InlineData("reviewer", "TU-MAU", true)]
    [InlineData("leader", "TU-MAU", false)]
    public void Who_may_not_write_is_offered_nothing_to_write(string account, string committee, bool isOffered)
    {
        Assert.Equal(isOffered, Page(committee, account: account).FindAll(".reg-head .btn").Count == 1);
        Assert.Equal(isOffered, Page(committee, "?new=1", account).FindAll("dialog").Count == 1);
    }

    [Fact]
    public async Task A_lapse_of_the_system_is_shown_with_its_return_and_cannot_be_edited()
    {
        LapseRow late = _office.List("TU-MAU", "kind=late-return").Rows[0];
        var page = Page("TU-MAU", $"?case={late.Lapse.Id}", "reviewer");
        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.FindAll(".past-list li")), Patience);
        Assert.Contains(page.FindAll("dialog a"), link => link.GetAttribute("href") == LateReturnKey.Of(late.Lapse)!.Href(late.Committee.Code));
        Assert.Contains("khi báo cáo được nộp", page.Find("dialog .notice").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("dialog .acts .btn"));
    }

    [Fact]
    public async Task A_new_one_is_entered_and_the_page_says_so()
    {
        var page = Page(query: "?new=1");
        await page.Find("dialog select").ChangeAsync(new ChangeEventArgs { Value = nameof(LapseKind.NoCoordination) });
        await page.Find("dialog textarea").InputAsync(new ChangeEventArgs { Value = "Chưa ký quy chế phối hợp" });
        await page.Find("#lapse-new").SubmitAsync();
        Lapse kept = _office.Sample.Figures.Now.Lapses.Values.Single(l => l.Note == "Chưa ký quy chế phối hợp");
        Assert.Equal((LapseKind.NoCoordination, SampleDatabase.Today, SampleDatabase.Today.AddDays(30)), (kept.Kind, kept.FoundOn, kept.RemedyDueOn));
        page.WaitForAssertion(() => Assert.Contains("Đã ghi nhận: Chưa phối hợp", page.Find(".lapse-said").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task What_is_missing_or_names_a_person_is_said_at_its_field_and_nothing_is_kept()
    {
        int before = _office.Sample.Figures.Now.Lapses.Count;
        var page = Page(query: "?new=1");
        await page.Find("#lapse-new").SubmitAsync();
        Assert.Equal("Chọn loại thiếu sót", page.Find("dialog .bad").TextContent);
        await page.Find("dialog textarea").InputAsync(new ChangeEventArgs { Value = "gọi 0912 345 678" });
        Assert.Equal("true", page.Find("dialog textarea").GetAttribute("aria-invalid"));
        Assert.Contains("không ghi tên người", page.FindAll("dialog .bad")[^1].TextContent, StringComparison.Ordinal);
        Assert.Equal(before, _office.Sample.Figures.Now.Lapses.Count);
    }

    [Fact]
    public async Task Closing_asks_before_it_drops_what_was_entered()
    {
        var page = Page(query: "?new=1");
        await page.Find("dialog textarea").InputAsync(new ChangeEventArgs { Value = "x" });
        await page.Find("dialog .ph button").ClickAsync();
        Assert.Contains("Bỏ những gì đã nhập?", page.Find("dialog .pf").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll("dialog textarea"));
    }

    [Fact]
    public async Task What_somebody_else_enters_appears_and_midnight_is_followed()
    {
        var page = Page();
        Lapse entered = await _office.EnteredAsync(_office.Draft() with { Note = "Nhìn thấy ngay" }, Cancelled);
        page.WaitForAssertion(() => Assert.Contains("Nhìn thấy ngay", page.Find(".reg").TextContent, StringComparison.Ordinal), Patience);
        await new Dashboard.Data.LapseRegister(_office.Sample.Ledger).RemedyAsync("other", entered.Id, SampleDatabase.Today, cancellationToken: Cancelled);
        page.WaitForAssertion(() => Assert.DoesNotContain("Nhìn thấy ngay", page.Find(".reg").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task A_page_that_is_left_is_told_of_nothing_more()
    {
        int before = _office.Sample.Feed.SubscriberCount;
        Page();
        Assert.Equal(before + 1, _office.Sample.Feed.SubscriberCount);
        await DisposeComponentsAsync();
        Assert.Equal(before, _office.Sample.Feed.SubscriberCount);
    }

    [Fact]
    public async Task The_past_of_one_is_told_in_words_with_the_role_that_wrote()
    {
        Lapse lapse = await _office.EnteredAsync(_office.Draft(), Cancelled);
        await _office.Desk.RemedyAsync(LapseOffice.Of("officer"), lapse, SampleDatabase.Today, Cancelled);
        var page = Page(query: $"?case={lapse.Id}");
        await page.WaitForAssertionAsync(() => Assert.Equal(2, page.FindAll(".past-list li").Count), Patience);
        string newest = page.Find(".past-list li").TextContent;
        Assert.Contains("Ngày khắc phục", newest, StringComparison.Ordinal);
        Assert.Contains("Cán bộ nhập liệu", newest, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-GB", "Register of lapses")]
    [InlineData("vi-VN", "Sổ theo dõi thiếu sót")]
    public void The_page_speaks_the_readers_language(string language, string title)
    {
        using var reader = new InLanguage(language);
        Assert.Equal(title, Page().Find("h1").TextContent);
    }

    protected override void Dispose(bool disposing)
    {
        _language.Dispose();
        base.Dispose(disposing);
    }

    private IRenderedComponent<LapsesPage> Page(string committee = "HU-MAU-01", string query = "", string account = "officer")
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/c/{committee}/lapses{query}");
        return Render<LapsesPage>(p => p.Add(page => page.Code, committee).AddCascadingValue(Task.FromResult(new AuthenticationState(LapseOffice.Of(account)))));
    }
}
