using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Dashboard.Api;
using Dashboard.Data;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Complaints;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Layout;
using Dashboard.Live;
using Dashboard.Overview;
using Dashboard.Returns;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Live;

/// <summary>Pages and answers as of a moment, while others go on writing.</summary>
public sealed partial class AsOfPagesTests : IAsyncLifetime
{
    private const string District = "HU-MAU-01";

    private readonly WritableSite _site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private LiveFigures Live => _site.Get<LiveFigures>();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_moment_shows_what_was_known_then_and_its_links_stay_there()
    {
        (int committee, int indicator, var period) = (Live.Now.Hierarchy.NumberOf(District), Number("paperwork.issued.letters"), Period.Parse("2026-Q3"));
        await StateAsync(committee, indicator, period, 4_321);
        string moment = await MomentAsync();
        await StateAsync(committee, indicator, period, 8_765);

        using SignedInClient leader = await SignedInClient.CreateAsync(_site.App.Address, "leader");
        string then = await leader.Http.GetStringAsync($"/c/{District}/figures?period=2026-Q3&asof={moment}", Cancel);
        Assert.Contains("4.321", then, StringComparison.Ordinal);
        Assert.DoesNotContain("8.765", then, StringComparison.Ordinal);
        Assert.Contains("data-past", then, StringComparison.Ordinal);
        string now = await leader.Http.GetStringAsync($"/c/{District}/figures?period=2026-Q3", Cancel);
        Assert.Contains("8.765", now, StringComparison.Ordinal);
        Assert.DoesNotContain("data-past", now, StringComparison.Ordinal);

        // The way to the other tabs and to other committees stays at the moment; the proof of a number too.
        string[] tabs = [.. Tabs().Match(then).Groups[1].Value.Split("href=\"").Skip(1).Select(link => link[..link.IndexOf('"', StringComparison.Ordinal)])];
        Assert.True(tabs.Length >= 7);
        Assert.All(tabs, link => Assert.Contains($"asof={moment}", WebUtility.HtmlDecode(link), StringComparison.Ordinal));
        string proof = await leader.Http.GetStringAsync($"/explain/{District}?indicator=paperwork.issued.letters&period=2026-Q3&asof={moment}", Cancel);
        Assert.Contains("4.321", proof, StringComparison.Ordinal);
        Assert.DoesNotContain("8.765", proof, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/returns")]
    [InlineData("/lapses")]
    [InlineData("/complaints")]
    [InlineData("/directives")]
    [InlineData("/meetings")]
    [InlineData("/history")]
    public async Task Nothing_is_entered_at_a_moment_that_is_over(string tab)
    {
        string moment = await MomentAsync();
        using SignedInClient officer = await SignedInClient.CreateAsync(_site.App.Address, "officer");
        string now = await officer.Http.GetStringAsync($"/c/{District}{tab}", Cancel), then = await officer.Http.GetStringAsync($"/c/{District}{tab}?asof={moment}", Cancel);
        Assert.Contains("data-past", then, StringComparison.Ordinal);
        Assert.DoesNotContain("new=meeting", then, StringComparison.Ordinal);
        Assert.DoesNotContain("new=1", then, StringComparison.Ordinal);
        Assert.Equal(tab is "/lapses" or "/complaints" or "/directives", now.Contains("new=1", StringComparison.Ordinal));
        Assert.Equal(tab == "/meetings", now.Contains("new=meeting", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_history_ends_at_the_moment_and_its_links_stay_there()
    {
        (int committee, int indicator, var period) = (Live.Now.Hierarchy.NumberOf(District), Number("paperwork.issued.letters"), Period.Parse("2025-Q3"));
        await StateAsync(committee, indicator, period, 4_321);
        string moment = await MomentAsync();
        await StateAsync(committee, indicator, period, 8_765);
        using SignedInClient leader = await SignedInClient.CreateAsync(_site.App.Address, "leader");
        string then = await leader.Http.GetStringAsync($"/c/{District}/history?below=1&asof={moment}", Cancel), now = await leader.Http.GetStringAsync($"/c/{District}/history?below=1", Cancel);
        Assert.Contains("4.321", then, StringComparison.Ordinal);
        Assert.DoesNotContain("8.765", then, StringComparison.Ordinal);
        Assert.Contains("8.765", now, StringComparison.Ordinal);
        Assert.Contains($"name=\"asof\" value=\"{moment}\"", then, StringComparison.Ordinal);
        string[] further = [.. then.Split("href=\"").Skip(1).Select(link => WebUtility.HtmlDecode(link[..link.IndexOf('"', StringComparison.Ordinal)])).Where(link => link.Contains("before=", StringComparison.Ordinal))];
        Assert.NotEmpty(further);
        Assert.All(further, link => Assert.Contains($"asof={moment}", Uri.UnescapeDataString(link), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_case_at_a_moment_tells_nothing_that_happened_to_it_later()
    {
        var register = new ComplaintRegister(_site.Get<Ledger>());
        await register.RegisterAsync("officer", [new Complaint { Committee = Live.Now.Hierarchy.NumberOf(District), Reference = "2026/9901", Kind = ComplaintKind.Petition, Category = "other", ReceivedOn = Live.Today, DueOn = Live.Today.AddDays(30) }], "Nhập lần đầu", Cancel);
        await Live.CatchUpAsync(Cancel);
        Complaint one = Live.Now.Complaints.Values.Single(c => c.Reference == "2026/9901");
        string moment = await MomentAsync();
        await register.ResolveAsync("officer", one.Id, Live.Today, ComplaintOutcome.Upheld, "Về sau mới rõ", Cancel);
        await Live.CatchUpAsync(Cancel);
        using SignedInClient leader = await SignedInClient.CreateAsync(_site.App.Address, "leader");
        string then = WebUtility.HtmlDecode(await leader.Http.GetStringAsync($"/c/{District}/complaints?case={one.Id}&asof={moment}", Cancel)), now = WebUtility.HtmlDecode(await leader.Http.GetStringAsync($"/c/{District}/complaints?case={one.Id}", Cancel));
        Assert.Contains("Nhập lần đầu", then, StringComparison.Ordinal);
        Assert.DoesNotContain("Về sau mới rõ", then, StringComparison.Ordinal);
        Assert.Contains("Về sau mới rõ", now, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sheet_at_a_moment_is_read_and_not_entered()
    {
        Period period = PageAddress.UsualPeriod(Live.Today);
        Form form = Live.Now.Forms.First(f => f.IsFor(period) && f.Cadence == PeriodKind.Quarter && f.OwedBy(period, Live.Now.Hierarchy).Contains(Live.Now.Hierarchy.NumberOf(District)));
        string code = form.Lines.Select(l => l.Indicator).First(i => !ReturnReading.IsCounted(i));
        (int committee, int indicator) = (Live.Now.Hierarchy.NumberOf(District), Number(code));
        await StateAsync(committee, indicator, period, 4_321);
        string moment = await MomentAsync();
        await StateAsync(committee, indicator, period, 8_765);
        using SignedInClient officer = await SignedInClient.CreateAsync(_site.App.Address, "officer");
        string address = $"/returns/sheet/{District}/{form.Code}/{period}", then = await officer.Http.GetStringAsync($"{address}?asof={moment}", Cancel);
        Assert.Contains("data-past", then, StringComparison.Ordinal);
        Assert.Contains("4.321", then, StringComparison.Ordinal);
        Assert.DoesNotContain("8.765", then, StringComparison.Ordinal);
        Assert.DoesNotContain("data-r=", then, StringComparison.Ordinal);
        Assert.Contains($"href=\"{address}\"", then, StringComparison.Ordinal);
        Assert.DoesNotContain("data-past", await officer.Http.GetStringAsync(address, Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Http.GetAsync($"/returns/sheet/HU-MAU-02/{form.Code}/{period}?asof={moment}", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Two_moments_between_which_nothing_happened_share_their_readers()
    {
        await MomentAsync();
        DateTime at = (await _site.Get<LogReader>().TimeOfAsync(await _site.Get<LogReader>().LastSequenceAsync(Cancel), Cancel))!.Value;
        Outlook first = await _site.Get<Outlooks>().AtAsync(at, null, Cancel), second = await _site.Get<Outlooks>().AtAsync(at.AddMilliseconds(1), null, Cancel);
        Assert.NotEqual(first.Text, second.Text);
        Assert.Same(first.Figures, second.Figures);
        Assert.Same(first.Reader<OverviewBoard>(), second.Reader<OverviewBoard>());
        Assert.NotSame(first.Reader<OverviewBoard>(), _site.Get<Outlooks>().Now.Reader<OverviewBoard>());
    }

    [Fact]
    public async Task An_answer_as_of_a_moment_tells_the_figure_and_the_entry_of_then()
    {
        (int committee, int indicator, var period) = (Live.Now.Hierarchy.NumberOf(District), Number("paperwork.issued.letters"), Period.Parse("2026-Q2"));
        await StateAsync(committee, indicator, period, 17);
        (string moment, long sequence) = (await MomentAsync(), await _site.Get<LogReader>().LastSequenceAsync(Cancel));
        await StateAsync(committee, indicator, period, 99);
        using HttpClient api = await ApiAsync("leader");
        string address = $"/api/v1/rollups?committee={District}&period=2026-Q2&indicator=paperwork.issued.letters";
        RollupsAnswer? now = await api.GetFromJsonAsync<RollupsAnswer>(address, Cancel), then = await api.GetFromJsonAsync<RollupsAnswer>($"{address}&asof={moment}", Cancel);
        Assert.Equal(sequence, then!.Sequence);
        Assert.Equal(82, now!.Rows[0].Value - then.Rows[0].Value);
    }

    [Fact]
    public async Task Who_stood_below_then_and_stands_elsewhere_now_is_not_shown_to_whom_it_is_none_of_theirs()
    {
        Structure today = Live.Now.Hierarchy.On(Live.Today);
        string moved = Live.Now.Hierarchy[today.ChildrenOf(Live.Now.Hierarchy.NumberOf(District))[0]].Code;
        string moment = await MomentAsync();
        await _site.Get<CommitteeRegister>().MoveUnderAsync("admin", moved, "HU-MAU-02", Live.Today, cancellationToken: Cancel);
        await Live.CatchUpAsync(Cancel);

        async Task<HttpStatusCode> StatusAsync(string account, string path)
        {
            using SignedInClient client = await SignedInClient.CreateAsync(_site.App.Address, account);
            return (await client.Http.GetAsync(path, Cancel)).StatusCode;
        }

        Assert.Equal(HttpStatusCode.OK, await StatusAsync("officer", $"/c/{District}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("officer", $"/c/{District}?asof={moment}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("officer", $"/c/{moved}?asof={moment}"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("leader", $"/c/{District}?asof={moment}"));
        using HttpClient api = await ApiAsync("officer");
        Assert.Equal(HttpStatusCode.NotFound, (await api.GetAsync($"/api/v1/rollups?committee={District}&period=2026-Q2&asof={moment}", Cancel)).StatusCode);
    }

    [Fact]
    public async Task A_committee_that_was_not_known_then_is_not_there_and_no_moment_to_come_is_taken()
    {
        string moment = await MomentAsync();
        await _site.Get<CommitteeRegister>().OpenAsync("admin", new Committee { Code = "HU-MAU-99", Name = "Huyện ủy mới", Level = CommitteeLevel.District, OpenedOn = Live.Today }, "TU-MAU", cancellationToken: Cancel);
        await Live.CatchUpAsync(Cancel);
        using SignedInClient leader = await SignedInClient.CreateAsync(_site.App.Address, "leader");
        Assert.Equal(HttpStatusCode.OK, (await leader.Http.GetAsync("/c/HU-MAU-99", Cancel)).StatusCode);
        HttpResponseMessage then = await leader.Http.GetAsync($"/c/HU-MAU-99?asof={moment}", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, then.StatusCode);
        Assert.Contains("/c/HU-MAU-99\">Về số liệu hiện tại", WebUtility.HtmlDecode(await then.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        Assert.DoesNotContain("data-past", await leader.Http.GetStringAsync("/c/HU-MAU-99?asof=2999-01-01T08:00", Cancel), StringComparison.Ordinal);
        Assert.DoesNotContain("data-past", await leader.Http.GetStringAsync("/c/HU-MAU-99?asof=yesterday", Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-22T08:00", "2026-11-22T01:00:00.000Z")]
    [InlineData("2026-11-22T08:00:05.25", "2026-11-22T01:00:05.250Z")]
    [InlineData("2026-11-22T01:00:00Z", "2026-11-22T01:00:00.000Z")]
    [InlineData("2026-11-22T08:00+07:00", "2026-11-22T01:00:00.000Z")]
    [InlineData("2026-11-22", null)]
    [InlineData("8 giờ", null)]
    public void A_moment_is_read_in_the_committees_own_time_or_with_its_offset(string text, string? instant)
    {
        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");
        DateTime? read = MomentText.Read(text, zone);
        Assert.Equal(instant, read?.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture));
        if (read is { } moment)
        {
            Assert.Equal(moment, MomentText.Read(MomentText.Of(moment, zone), zone));
        }
    }

    private int Number(string indicator) => Live.Now.Indicators.TryNumberOf(indicator, out int number) ? number : throw new InvalidOperationException(indicator);

    private async Task StateAsync(int committee, int indicator, Period period, long value)
    {
        await _site.Get<FigureLedger>().StateAsync("officer", new Figure { Committee = committee, Indicator = indicator, Period = period, Value = value }, cancellationToken: Cancel);
        await Live.CatchUpAsync(Cancel);
    }

    /// <summary>The moment of the last entry; what follows is committed later.</summary>
    private async Task<string> MomentAsync()
    {
        DateTime at = (await _site.Get<LogReader>().TimeOfAsync(await _site.Get<LogReader>().LastSequenceAsync(Cancel), Cancel))!.Value;
        Assert.True(SpinWait.SpinUntil(() => TestClock.Now > at.AddMilliseconds(2), TimeSpan.FromSeconds(10)));
        return MomentText.Of(at, _site.Get<LocalCalendar>().Zone);
    }

    private async Task<HttpClient> ApiAsync(string account)
    {
        HttpClient client = _site.Visitor();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await SampleSite.TokenOf(_site.App, account, null));
        return client;
    }

    [GeneratedRegex("<nav class=\"tabs\"(.*?)</nav>", RegexOptions.Singleline)]
    private static partial Regex Tabs();
}
