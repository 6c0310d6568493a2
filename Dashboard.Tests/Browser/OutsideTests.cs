using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Tests.Access;
using Dashboard.Tests.Testing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>An officer tries everything there is, and nothing outside the district comes back.</summary>
public sealed class OutsideTests(BrowserStage stage, CanarySite canaries) : BrowserTest(stage), IClassFixture<CanarySite>
{
    private ScopedSite Site => canaries.Site;

    private RouteEndpoint[] Routes => [.. Site.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => !RouteTable.IsAsset(e) && !RouteTable.IsFramework(e) && !RouteTable.Closed.Contains(e.DisplayName) && RouteTable.Methods(e).Contains("GET"))];

    [Fact]
    public async Task Every_address_with_every_committee_outside_answers_that_it_is_not_there_and_each_time_is_counted()
    {
        string account = await Site.AccountAsync($"officer:{CanarySite.Inside}");
        using SignedInClient pages = await Site.SignInAsync(account);
        using HttpClient api = await Site.ApiAsync(account);
        var wrong = new ConcurrentQueue<string>();
        RouteEndpoint[] routes = [.. Routes.Where(RouteTable.NamesCommittee)];
        int asked = 0;
        await Parallel.ForEachAsync(
            from route in routes from code in canaries.Outside select (route, code),
            new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Cancelled },
            async (tried, cancel) =>
            {
                string address = RouteTable.Fill(tried.route, tried.code);
                HttpClient client = RouteTable.PolicyOf(tried.route) == Policies.Api ? api : pages.Http;
                using HttpResponseMessage answer = await client.GetAsync(address, cancel);
                string text = $"{answer.Headers} {await answer.Content.ReadAsStringAsync(cancel)}";
                if (answer.StatusCode != HttpStatusCode.NotFound || canaries.In(text).Any())
                {
                    wrong.Enqueue($"{address}: {(int)answer.StatusCode} {string.Join(", ", canaries.In(text))}");
                }

                Interlocked.Increment(ref asked);
            });
        Assert.Empty(wrong);
        Assert.True(asked >= 5 * 500, $"{asked} addresses were tried.");
        await Site.Service<Denials>().StopAsync(Cancelled);
        Assert.Equal(asked, (await Site.LogAsync(Subject.Denial, account)).Sum(e => (int)JsonNode.Parse(e.After!)!["count"]!));
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task What_the_officer_may_open_says_nothing_of_what_is_outside(string language)
    {
        using SignedInClient pages = await Site.SignInAsync("officer");
        using HttpClient api = await Site.ApiAsync("officer");
        await pages.Http.GetAsync($"/preferences/culture?c={language}&back=/", Cancelled);
        string[] more =
        [
            $"/c/{CanarySite.Inside}?view=then", $"/c/{CanarySite.Inside}?view=then&period=2026", $"/c/{CanarySite.Inside}?view=then&period=2026-Q3&compare=previous", $"/c/{CanarySite.Inside}?period=2026-09",
            $"/api/v1/rollups?committee={CanarySite.Inside}&period=2026-Q3&children=true&view=then", $"/api/v1/rollups?committee={CanarySite.Inside}&period=2026&view=then",
            $"/api/v1/rollups?committee={CanarySite.Inside}&period=2026-Q3&children=true", $"/api/v1/series?committee={CanarySite.Inside}&indicator=vetting.admission&from=2026-Q1&to=2026-Q3&view=then",
            $"/api/v1/series?committee={CanarySite.Inside}&indicator=vetting.admission&from=2026-Q1&to=2026-Q3", $"/api/v1/committees/{CanarySite.Inside}", "/api/v1/changes?limit=5000", "/api/v1/changes?committee=TU-MAU",
            "/api/v1/rollups?committee=TU-MAU&period=bad", "/api/v1/rollups?committee=CB-HY-001&period=2026-Q3&indicator=bad", "/c/Hoang%20Yen", "/why?committee=", "/nowhere", "/",
        ];
        var wrong = new List<string>();
        foreach (string address in Routes.Select(r => RouteTable.Fill(r, CanarySite.Inside)).Concat(more))
        {
            foreach (HttpClient client in (HttpClient[])[pages.Http, api])
            {
                using HttpResponseMessage answer = await client.GetAsync(address, Cancelled);
                string text = $"{answer.Headers} {await answer.Content.ReadAsStringAsync(Cancelled)}";
                wrong.AddRange(canaries.In(text).Select(c => $"{address}: {c}"));
            }
        }

        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public async Task The_same_search_finds_them_for_who_may_see_them_and_never_for_the_officer()
    {
        CommitteeSearch search = Site.Service<CommitteeDirectory>().Search;
        Scope officer = Scope.Below([search.Find(CanarySite.Inside)!.Number]);
        foreach (string typed in (string[])["hoang yen", "canary", "cb-hy-001", "Tỉnh ủy", "HU-MAU-02", "xa"])
        {
            Assert.DoesNotContain(search.Find(typed, officer, 5_000), m => canaries.Outside.Contains(m.Committee.Code) || m.Path.Any(above => canaries.Outside.Contains(above.Code)));
        }

        Assert.Equal(500, search.Find("chi bo hoang yen", Scope.Everything, 5_000).Count);
        await Task.CompletedTask;
    }

    [Theory]
    [InlineData("")]
    [InlineData("?view=then&period=2026-Q3")]
    public async Task Nothing_comes_over_a_live_connection_while_figures_outside_change(string query)
    {
        CookieContainer cookies = await SampleVisitor.SignInAsync(Site.App.Address, Cancelled, "officer");
        await using Viewer viewer = await Viewer.OpenAsync(new Uri(Site.App.Address, $"/c/{CanarySite.Inside}{query}"), cookies, Cancelled);
        await viewer.FirstDrawing;
        for (int i = 0; i < 5; i++)
        {
            await canaries.StateAsync(100 + i, [.. canaries.Outside.Where(c => c.StartsWith("CB-", StringComparison.Ordinal)).Take(100)]);
            canaries.NoteTotals();
            await Task.Delay(300, Cancelled);
        }

        List<Arrival> before = viewer.Take();
        await StateInsideAsync(88_000_000);
        List<Arrival> after = [];
        for (int left = 50; left > 0 && !after.Any(a => a.Shows("88.")); left--)
        {
            await Task.Delay(100, Cancelled);
            after.AddRange(viewer.Take());
        }

        Assert.Contains(after, a => a.Shows("88."));
        Assert.Empty(before.Concat(after).SelectMany(a => canaries.In(a.Message)).Distinct());
    }

    [Fact]
    public async Task A_browser_that_types_and_clicks_is_sent_nothing_of_it_either()
    {
        IPage page = await WindowAsync("officer", address: Site.App.Address);
        var frames = new ConcurrentQueue<byte[]>();
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => frames.Enqueue(frame.Binary ?? System.Text.Encoding.UTF8.GetBytes(frame.Text ?? ""));
        await page.GotoAsync($"/c/{CanarySite.Inside}");
        await DrawnAsync(page);
        await page.Keyboard.PressAsync("Control+K");
        ILocator field = page.Locator("dialog[data-switcher] input");
        await field.FillAsync("phu");
        await Expect(page.Locator("dialog [role=option] mark").First).ToBeVisibleAsync();
        await field.FillAsync("hoang yen");
        await Expect(page.Locator("dialog [role=option] mark")).ToHaveCountAsync(0);
        string found = await page.ContentAsync();
        await page.GotoAsync($"/c/{CanarySite.Inside}?view=then");
        await DrawnAsync(page);
        string then = await page.ContentAsync();
        await page.GotoAsync("/c/TU-MAU");
        string refused = await page.ContentAsync();
        Assert.Empty(canaries.In(found + then + refused));
        Assert.NotEmpty(frames);
        Assert.Empty(frames.SelectMany(canaries.In).Distinct());
    }

    private async Task StateInsideAsync(long value)
    {
        var now = Site.App.Figures.Now;
        int indicator = now.Indicators.OfTopic("vetting").First();
        int committee = now.Hierarchy.NumberOf(CanarySite.Inside);
        await Site.App.Ledger.StateAsync("officer", new Domain.Figures.Figure { Committee = committee, Indicator = indicator, Period = CanarySite.Period, Value = value + Random.Shared.Next(100), Precision = Domain.Figures.Precision.Exact }, cancellationToken: Cancelled);
    }
}
