using System.Text.RegularExpressions;
using Dashboard.Domain.Periods;
using Dashboard.Tests.Testing;
using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>A connection that breaks is said to be broken, and comes back by itself with what was missed.</summary>
public sealed class ReconnectTests(BrowserStage stage) : BrowserTest(stage)
{
    private const string Live = "Trực tiếp";
    private static readonly Period Quarter = Period.Quarter(2026, 3);

    [Fact]
    public async Task A_page_whose_connection_broke_says_so_and_catches_up_by_itself()
    {
        IPage page = await WindowAsync();
        IWebSocketRoute? socket = null;
        bool isCut = false;
        await page.RouteWebSocketAsync("**/_blazor**", route =>
        {
            socket = route;
            route.ConnectToServer();
        });
        await page.RouteAsync("**/_blazor/negotiate**", route => isCut ? route.AbortAsync() : route.ContinueAsync());
        await page.GotoAsync("/c/TU-MAU");
        await DrawnAsync(page);
        await page.EvaluateAsync("() => { window.same = true; }");
        string before = await Card(page, 0).InnerTextAsync();
        isCut = true;
        await socket!.CloseAsync();
        await Expect(Badge(page)).Not.ToHaveTextAsync(Live);
        await using Restating restated = await Restating.ByAsync(App, "HU-MAU-01", "vetting.congress.own", Quarter, +5);
        isCut = false;
        await Expect(Badge(page)).ToHaveTextAsync(Live);
        await Expect(Card(page, 0)).ToHaveTextAsync($"{NumberIn(before) + 5:N0}".Replace(',', '.'));
        Assert.True(await page.EvaluateAsync<bool>("() => window.same"), "The page was loaded anew.");
    }

    [Fact]
    public async Task A_page_whose_session_ended_while_it_had_no_connection_goes_to_sign_in_by_itself_and_knows_the_way_back()
    {
        IPage page = await WindowAsync();
        IWebSocketRoute? socket = null;
        await page.RouteWebSocketAsync("**/_blazor**", route =>
        {
            socket = route;
            route.ConnectToServer();
        });
        await page.GotoAsync("/c/TU-MAU?period=2026-Q2");
        await DrawnAsync(page);
        await page.Context.ClearCookiesAsync();
        await socket!.CloseAsync();
        // Led by what it asked itself, or by the server that refused to know the page any more: whichever was first.
        await Expect(page).ToHaveURLAsync(new Regex(@"/sign-in\?(why=ended&)?back=%2Fc%2FTU-MAU%3Fperiod%3D2026-Q2$"));
        await page.Locator("button[value=leader]").ClickAsync();
        await Expect(page).ToHaveURLAsync(Ending("/c/TU-MAU?period=2026-Q2"));
    }

    [Fact]
    public async Task A_page_comes_back_by_itself_when_the_server_was_started_anew()
    {
        string folder = Stage.CopyOfData();
        IPage page;
        string before;
        int port;
        await using (var first = new DashboardApp(folder))
        {
            await first.StartAsync();
            port = first.Address.Port;
            page = await WindowAsync(address: first.Address);
            await page.GotoAsync("/c/TU-MAU");
            await DrawnAsync(page);
            before = await Card(page, 0).InnerTextAsync();
        }

        await Expect(Badge(page)).Not.ToHaveTextAsync(Live);
        await using (var second = new DashboardApp(folder, port))
        {
            await second.StartAsync();
            await Restating.ByAsync(second, "HU-MAU-01", "vetting.congress.own", Quarter, +5);
            await Expect(Card(page, 0)).ToHaveTextAsync($"{NumberIn(before) + 5:N0}".Replace(',', '.'), new() { Timeout = 40_000 });
            await Expect(Badge(page)).ToHaveTextAsync(Live);
        }

        await Folders.DeleteAsync(folder);
    }

    private static ILocator Badge(IPage page) => page.Locator(".live [role=status]");
}
