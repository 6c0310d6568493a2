using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Layout;
using Dashboard.Live;
using Dashboard.Tests.Guard;
using Dashboard.Tests.Live;
using Dashboard.Tests.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Layout;

/// <summary>Whoever asks for a page as of a moment is told at once how far the log has been read, and gets the page when it has been.</summary>
public sealed partial class MomentWaitTests(SampleSite site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("vi", "dark", "Đang đọc nhật ký thay đổi", "đã đọc {0} / {1} mục")]
    [InlineData("en", "light", "Reading the log of changes", "{0} of {1} entries read")]
    public async Task A_page_says_how_far_the_log_has_been_read_and_is_there_when_that_is_done(string language, string theme, string title, string words)
    {
        await using Copy copy = await HeldAsync();
        using HttpClient leader = await copy.SignedInAsync("leader");
        await leader.GetAsync($"/preferences/culture?c={language}&back=/", Cancel);
        await leader.GetAsync($"/preferences/theme?t={theme}&back=/", Cancel);
        (string moment, long last) = await HeldLog.EndAsync(copy.App, Cancel);
        string address = $"/c/TU-MAU/figures?period=2026-Q3&asof={moment}";
        Assert.Equal(HttpStatusCode.Accepted, (await leader.GetAsync(address, Cancel)).StatusCode);
        await HeldLog.Of(copy.App).Reached.WaitAsync(Cancel);

        // Some of it has been read now, and the rest is held.
        using HttpResponseMessage waiting = await leader.GetAsync(address, Cancel);
        string page = WebUtility.HtmlDecode(await waiting.Content.ReadAsStringAsync(Cancel));
        string told = string.Format(CultureInfo.InvariantCulture, words, Whole(LogReader.PageSize, language), Whole(last, language));
        Assert.True(last > LogReader.PageSize, $"{last} entries");
        Assert.Equal(HttpStatusCode.Accepted, waiting.StatusCode);
        Assert.Contains($"<html lang=\"{language}\" data-theme=\"{theme}\">", page, StringComparison.Ordinal);
        Assert.Contains($"<title>{title}", page, StringComparison.Ordinal);
        Assert.Contains($"role=\"progressbar\" aria-labelledby=\"reading\" aria-valuemin=\"0\" aria-valuemax=\"{last}\" aria-valuenow=\"{LogReader.PageSize}\" aria-valuetext=\"{told}\"", page, StringComparison.Ordinal);
        Assert.Contains($">{told}</p>", page, StringComparison.Ordinal);
        MomentProgress? progress = await leader.GetFromJsonAsync<MomentProgress>(Address().Match(page).Groups[1].Value, Cancel);
        Assert.Equal(new MomentProgress(LogReader.PageSize, last, told, IsOver: false), progress);

        HeldLog.Of(copy.App).LetGo();
        await UntilAsync(() => copy.App.Services.GetRequiredService<Moments>().ReadTo >= last);
        Assert.True((await leader.GetFromJsonAsync<MomentProgress>($"{MomentWait.Path}?asof={moment}", Cancel))?.IsOver);
        using HttpResponseMessage there = await leader.GetAsync(address, Cancel);
        Assert.Equal(HttpStatusCode.OK, there.StatusCode);
        Assert.Contains("data-past", await there.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Such_a_page_has_no_script_of_its_own_no_connection_and_goes_on_without_script_too()
    {
        await using Copy copy = await HeldAsync();
        using HttpClient leader = await copy.SignedInAsync("leader");
        string page = await leader.GetStringAsync($"/c/TU-MAU?asof={(await HeldLog.EndAsync(copy.App, Cancel)).Moment}", Cancel);
        Assert.Contains("<noscript><meta http-equiv=\"refresh\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("_framework/", page, StringComparison.Ordinal);
        Match script = Assert.Single(Scripts().Matches(page));
        Assert.Equal("", script.Groups[2].Value);
        string[] assets = [.. Assets().Matches(page).Select(match => match.Groups[1].Value), script.Groups[1].Value];
        Assert.True(assets.Length > 5);
        foreach (string asset in assets)
        {
            using HttpResponseMessage answer = await leader.GetAsync(asset, Cancel);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, asset);
        }
    }

    [Theory]
    [InlineData("/c/TU-MAU")]
    [InlineData("/c/TU-MAU/history")]
    [InlineData("/c/TU-MAU?asof=yesterday")]
    [InlineData("/c/TU-MAU?asof=2999-01-01T08:00")]
    [InlineData("/c/TU-MAU?asof=2020-01-01T08:00")]
    [InlineData("/c/TU-MAU?asof=")]
    public async Task What_needs_nothing_of_the_log_does_not_wait_for_it(string address)
    {
        await using Copy copy = await HeldAsync();
        using HttpClient leader = await copy.SignedInAsync("leader");
        await leader.GetAsync($"/c/TU-MAU?asof={(await HeldLog.EndAsync(copy.App, Cancel)).Moment}", Cancel);
        await HeldLog.Of(copy.App).Reached.WaitAsync(Cancel);
        using HttpResponseMessage answer = await leader.GetAsync(address, Cancel);
        Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.NotFound]);
        Assert.DoesNotContain("progressbar", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_since_last_time_waits_too_though_its_address_names_no_moment()
    {
        await using Copy copy = await HeldAsync();
        using HttpClient leader = await copy.SignedInAsync("leader");
        using HttpResponseMessage waiting = await leader.GetAsync("/c/TU-MAU/since", Cancel);
        Assert.Equal(HttpStatusCode.Accepted, waiting.StatusCode);
        string progress = WebUtility.HtmlDecode(Address().Match(await waiting.Content.ReadAsStringAsync(Cancel)).Groups[1].Value);
        Assert.StartsWith($"{MomentWait.Path}?asof=2026-11-", progress, StringComparison.Ordinal);
        Assert.False((await leader.GetFromJsonAsync<MomentProgress>(progress, Cancel))!.IsOver);
    }

    [Fact]
    public async Task A_program_waits_for_its_answer()
    {
        await using Copy copy = await HeldAsync();
        (string moment, _) = await HeldLog.EndAsync(copy.App, Cancel);
        using HttpClient api = copy.Visitor();
        api.DefaultRequestHeaders.Authorization = new("Bearer", await SampleSite.TokenOf(copy.App, "leader", null));
        Task<HttpResponseMessage> asked = api.GetAsync($"/api/v1/rollups?committee=TU-MAU&period=2026-Q2&asof={moment}", Cancel);
        await HeldLog.Of(copy.App).Reached.WaitAsync(Cancel);
        Assert.False(asked.IsCompleted);
        HeldLog.Of(copy.App).LetGo();
        Assert.Equal(HttpStatusCode.OK, (await asked).StatusCode);
    }

    [Fact]
    public async Task Nobody_waits_for_what_cannot_be_read()
    {
        await using Copy copy = await HeldAsync();
        using HttpClient leader = await copy.SignedInAsync("leader");
        string query = $"?asof={(await HeldLog.EndAsync(copy.App, Cancel)).Moment}";
        Assert.Equal(HttpStatusCode.Accepted, (await leader.GetAsync($"/c/TU-MAU{query}", Cancel)).StatusCode);
        await HeldLog.Of(copy.App).Reached.WaitAsync(Cancel);
        HeldLog.Of(copy.App).Break();
        await UntilAsync(() => copy.App.Services.GetRequiredService<Moments>().HasReadingFailed);
        Assert.True((await leader.GetFromJsonAsync<MomentProgress>(MomentWait.Path + query, Cancel))?.IsOver);
        // The page tries it itself, and says that it broke.
        copy.App.Faults.Take();
        Assert.DoesNotContain("progressbar", await leader.GetStringAsync($"/c/TU-MAU{query}", Cancel), StringComparison.Ordinal);
        Assert.Contains(copy.App.Faults.Take(), fault => fault.Contains("The disk is gone.", StringComparison.Ordinal));
        // And the next time it is begun again.
        Assert.Equal(HttpStatusCode.Accepted, (await leader.GetAsync($"/c/TU-MAU{query}", Cancel)).StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("screen")]
    public async Task Whoever_may_not_open_the_page_is_told_nothing_of_the_log(string? account)
    {
        await using Copy copy = await HeldAsync();
        string query = $"?asof={(await HeldLog.EndAsync(copy.App, Cancel)).Moment}";
        using HttpClient client = account is null ? copy.Visitor() : await copy.SignedInAsync(account);
        using HttpResponseMessage page = await client.GetAsync("/c/TU-MAU" + query, Cancel), progress = await client.GetAsync(MomentWait.Path + query, Cancel);
        Assert.Equal(account is null ? (HttpStatusCode.Redirect, HttpStatusCode.Unauthorized) : (HttpStatusCode.NotFound, HttpStatusCode.NotFound), (page.StatusCode, progress.StatusCode));
    }

    [Theory]
    [InlineData("/c/HU-MAU-02/since", "/c")]
    [InlineData("/c/HU-MAU-02?asof={0}", "/c")]
    [InlineData("/explain/HU-MAU-02?indicator=vetting.admission&period=2026-Q3&asof={0}", "/explain")]
    [InlineData("/returns/sheet/HU-MAU-02/vetting-quarterly/2026-Q3?asof={0}", "/returns/sheet")]
    public async Task Nobody_waits_for_a_committee_that_is_not_theirs(string address, string told)
    {
        await using Copy copy = await HeldAsync();
        using HttpClient officer = await copy.SignedInAsync("officer");
        (string moment, long last) = await HeldLog.EndAsync(copy.App, Cancel);
        address = string.Format(CultureInfo.InvariantCulture, address, moment);
        using HttpResponseMessage answer = await officer.GetAsync(address, Cancel);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("progressbar", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        using HttpResponseMessage own = await officer.GetAsync(address.Replace("HU-MAU-02", "HU-MAU-01", StringComparison.Ordinal), Cancel);
        Assert.Equal(HttpStatusCode.Accepted, own.StatusCode);
        await copy.App.Services.GetRequiredService<Denials>().StopAsync(Cancel);
        await using DashboardDb db = await copy.App.Services.GetRequiredService<IDbContextFactory<DashboardDb>>().CreateDbContextAsync(Cancel);
        LogEntry denied = await db.Changes.SingleAsync(entry => entry.Sequence > last && entry.Subject == Subject.Denial, Cancel);
        Assert.Equal((told, "HU-MAU-02"), (denied.Key, copy.App.Figures.Now.Hierarchy[denied.Committee!.Value].Code));
    }

    [Fact]
    public async Task Every_page_that_shows_moments_is_known()
    {
        DashboardApp app = await site.AppAsync();
        string[] pages = [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<MomentPage>() is not null).Select(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(
            ["c/{code}", "c/{code}/complaints", "c/{code}/directives", "c/{code}/figures", "c/{code}/history", "c/{code}/lapses", "c/{code}/meetings", "c/{code}/returns", "c/{code}/since",
                "explain/{code}", "returns/sheet/{code}/{form}/{period}"],
            pages);
    }

    private static string Whole(long number, string language) => number.ToString("N0", CultureInfo.GetCultureInfo(language));

    private static Task UntilAsync(Func<bool> condition) => Task.Run(() => Assert.True(SpinWait.SpinUntil(condition, TimeSpan.FromSeconds(20))), Cancel);

    private Task<Copy> HeldAsync() => Copy.OfAsync(site, "Development", HeldLog.Put);

    [GeneratedRegex("data-progress=\"([^\"]+)\"")]
    private static partial Regex Address();

    [GeneratedRegex("<script [^>]*src=\"([^\"]+)\"[^>]*>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Scripts();

    [GeneratedRegex("<link [^>]*href=\"([^\"]+)\"")]
    private static partial Regex Assets();
}
