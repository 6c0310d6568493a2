using Bunit;
using Dashboard.Access;
using Dashboard.Administration;
using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Lapses;
using Dashboard.Domain.Periods;
using Dashboard.Live;
using Dashboard.Tests.Layout;
using Dashboard.Tests.Testing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Administration;

public sealed class LogPageTests : BunitContext, IClassFixture<SampleDatabase>
{
    private readonly SampleDatabase _sample;
    private readonly InLanguage _language = new("vi-VN");

    public LogPageTests(SampleDatabase sample)
    {
        _sample = sample;
        Services.AddLocalization();
        Services.AddLogging();
        Services.AddSingleton(_sample.Figures);
        Services.AddSingleton(_sample.Feed);
        Services.AddSingleton(_sample.Calendar);
        Services.AddSingleton(new LogSearch(_sample.Database));
        Services.AddSingleton(new AccountScopes(_sample.Figures));
        Services.AddSingleton<LogDesk>();
        Services.AddSingleton<CommitteeDirectory>();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("leader")]
    [InlineData("officer")]
    [InlineData("reviewer")]
    [InlineData("screen")]
    [InlineData("nobody")]
    public void Nobody_but_an_administrator_finds_the_page(string account)
    {
        bool isRefused = false;
        Services.GetRequiredService<NavigationManager>().OnNotFound += (_, _) => isRefused = true;
        Assert.Empty(Page(account: account).FindAll("*"));
        Assert.True(isRefused);
    }

    [Fact]
    public async Task The_newest_entries_come_first_and_every_page_goes_on_where_the_last_one_ended()
    {
        long last = await new LogReader(_sample.Database).LastSequenceAsync(Cancel);
        var page = Page();
        long[] newest = Sequences(page);
        Assert.Equal(Enumerable.Range(0, 50).Select(i => last - i), newest);
        Assert.DoesNotContain("Mới hơn", page.Markup, StringComparison.Ordinal);

        var older = Page(Href(page, "Cũ hơn"));
        Assert.Equal(Enumerable.Range(50, 50).Select(i => last - i), Sequences(older));
        Assert.Equal("/admin/log", Href(older, "Mới nhất"));
        Assert.Equal(newest, Sequences(Page(Href(older, "Mới hơn"))));
    }

    [Fact]
    public async Task A_change_is_told_in_words_with_only_what_differs_and_its_reason()
    {
        int committee = _sample["HU-MAU-01"];
        Lapse lapse = new() { Committee = committee, Kind = LapseKind.Untrained, FoundOn = new(2026, 11, 1), FoundBy = LapseSource.Inspection, RemedyDueOn = new(2026, 12, 1), Note = "Chưa mở lớp" };
        var register = new LapseRegister(_sample.Ledger);
        await register.RegisterAsync("officer", [lapse], cancellationToken: Cancel);
        await _sample.Figures.CatchUpAsync(Cancel);
        long id = _sample.Figures.Now.Lapses.Keys.Max();
        await register.RestateAsync("officer", lapse with { Id = id, RemedyDueOn = new(2026, 12, 15) }, "gia hạn", Cancel);

        var entry = Page().Find(".entries li");
        string said = string.Join(' ', entry.QuerySelector(".said")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith($"Thiếu sót sửa Chưa tập huấn số {id}", said, StringComparison.Ordinal);
        Assert.Equal("/c/HU-MAU-01", entry.QuerySelector(".said a")!.GetAttribute("href"));
        Assert.Equal(["Hạn khắc phục"], entry.QuerySelectorAll("dt").Select(field => field.TextContent));
        Assert.Equal("Trước 01/12/2026", entry.QuerySelector("del")!.TextContent);
        Assert.Equal("Sau 15/12/2026", entry.QuerySelector("ins")!.TextContent);
        Assert.Contains("gia hạn", entry.QuerySelector(".reason")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("officer", entry.QuerySelector(".by")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vi-VN", "Số liệu thêm", "Quý III/2026", "Giá trị")]
    [InlineData("en-GB", "Figure added", "Q3 2026", "Value")]
    public async Task A_figure_is_told_by_indicator_and_period_in_the_readers_language(string language, string what, string period, string field)
    {
        using var reader = new InLanguage(language);
        int indicator = _sample.Figures.Now.Indicators.TryNumberOf("vetting.admission", out int number) ? number : -1;
        var ledger = new FigureLedger(_sample.Ledger);
        await ledger.WithdrawAsync("officer", _sample["HU-MAU-01"], indicator, Period.Parse("2026-Q3"), cancellationToken: Cancel);
        await ledger.StateAsync("officer", new Figure { Committee = _sample["HU-MAU-01"], Indicator = indicator, Period = Period.Parse("2026-Q3"), Value = 1234 }, cancellationToken: Cancel);
        var entry = Page().Find(".entries li");
        string said = string.Join(' ', entry.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(what, said, StringComparison.Ordinal);
        Assert.Contains(period, said, StringComparison.Ordinal);
        Assert.Contains(field, said, StringComparison.Ordinal);
        Assert.Contains(language == "vi-VN" ? "1.234" : "1,234", said, StringComparison.Ordinal);
        Assert.DoesNotContain("{", entry.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("subject=lapse", "Thiếu sót")]
    [InlineData("subject=structure&committee=HU-MAU-01", "Cơ cấu tổ chức")]
    [InlineData("key=VETTING.admission&subject=figure", "Số liệu")]
    public void A_filter_leaves_only_what_it_names(string query, string subject)
    {
        var page = Page("/admin/log?" + query);
        Assert.NotEmpty(Sequences(page));
        Assert.All(page.FindAll(".said .chip"), chip => Assert.Equal(subject, chip.TextContent));
    }

    [Fact]
    public void A_committee_is_meant_alone_or_with_all_below_it()
    {
        string[] alone = Committees(Page("/admin/log?committee=HU-MAU-01"));
        string[] below = Committees(Page("/admin/log?committee=HU-MAU-01&below=1"));
        Assert.Equal(["/c/HU-MAU-01"], alone.Distinct());
        Assert.Contains(below, link => link != "/c/HU-MAU-01");
        Assert.All(below, link => Assert.True(IsBelow(link[3..], "HU-MAU-01"), link));
    }

    [Fact]
    public void Days_are_those_of_the_committees_and_both_are_included()
    {
        string today = "2026-11-23";
        Assert.NotEmpty(Sequences(Page($"/admin/log?from={today}")));
        Assert.NotEmpty(Sequences(Page($"/admin/log?from={today}&to={TestClock.Now.AddDays(2):yyyy-MM-dd}")));
        Assert.Empty(Sequences(Page("/admin/log?to=2020-01-01")));
        Assert.Empty(Sequences(Page("/admin/log?from=9999-12-31")));
    }

    [Fact]
    public void What_is_not_there_is_said_and_the_filter_can_be_cleared()
    {
        var page = Page("/admin/log?committee=NONE");
        Assert.Contains("Không có cấp ủy nào mã NONE", page.Find(".emp").TextContent, StringComparison.Ordinal);
        Assert.Equal("/admin/log", page.Find(".emp a").GetAttribute("href"));
        Assert.Contains("Không có mục nào khớp", Page("/admin/log?account=no-one").Find(".emp").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_entries_are_counted_as_they_come_and_shown_when_asked_for()
    {
        SetRendererInfo(new("Server", isInteractive: true));
        JSInterop.Mode = JSRuntimeMode.Loose;
        var page = Page("/admin/log?account=night-shift");
        Assert.Empty(page.FindAll(".fresh"));
        await RecordAsync("night-shift", "first");
        await RecordAsync("day-shift", "other");
        await RecordAsync("night-shift", "second");
        page.WaitForAssertion(() => Assert.Equal("2 mới", page.Find(".news .fresh").TextContent.Trim()), TimeSpan.FromSeconds(10));
        Assert.Empty(Sequences(page));
        await page.Find(".fresh").ClickAsync();
        Assert.Equal(2, Sequences(page).Length);
        Assert.Empty(page.FindAll(".fresh"));
    }

    [Fact]
    public async Task The_end_of_the_log_can_be_copied_by_hand()
    {
        LogHead head = await new LogSearch(_sample.Database).HeadAsync(Cancel);
        Assert.Equal($"{head.Sequence}:{head.Hash}", Page().Find(".head code").TextContent.Replace(" ", "", StringComparison.Ordinal));
    }

    protected override void Dispose(bool disposing)
    {
        _language.Dispose();
        base.Dispose(disposing);
    }

    private IRenderedComponent<LogPage> Page(string address = "/admin/log", string account = "admin")
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render<LogPage>(p => p.AddCascadingValue(Task.FromResult(new AuthenticationState(account == "nobody" ? new() : SampleRights.Of(account).ToPrincipal("test")))));
    }

    private Task<WriteReceipt> RecordAsync(string account, string key) => _sample.Ledger.WriteAsync(
        account,
        (page, _) =>
        {
            page.Record(Subject.Account, null, key, null, null);
            return Task.CompletedTask;
        },
        null,
        Cancel);

    private bool IsBelow(string code, string top)
    {
        var parents = _sample.Figures.Now.Hierarchy.ParentsNow(SampleDatabase.Today);
        for (int at = _sample[code]; at >= 0; at = parents[at])
        {
            if (at == _sample[top])
            {
                return true;
            }
        }

        return false;
    }

    private static long[] Sequences(IRenderedComponent<LogPage> page) =>
        [.. page.FindAll(".entries > li").Select(line => long.Parse(line.Id!["entry-".Length..], System.Globalization.CultureInfo.InvariantCulture))];

    private static string[] Committees(IRenderedComponent<LogPage> page) => [.. page.FindAll(".said a").Select(link => link.GetAttribute("href")!)];

    private static string Href(IRenderedComponent<LogPage> page, string link) =>
        page.FindAll(".cf a").Single(a => a.TextContent.Trim() == link).GetAttribute("href")!;
}
