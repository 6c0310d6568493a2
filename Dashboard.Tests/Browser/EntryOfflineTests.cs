using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Entry;
using Dashboard.Returns;
using Dashboard.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>Whoever types while there is no connection, or no server, loses nothing.</summary>
public sealed class EntryOfflineTests(BrowserStage stage) : BrowserTest(stage)
{
    private const string Code = "HU-MAU-13", Admission = "vetting.admission", Planning = "vetting.planning", Cadre = "vetting.cadre";

    [Fact]
    public async Task What_is_typed_while_the_connection_is_lost_is_marked_and_saved_by_itself_once_it_is_back()
    {
        string folder = Stage.CopyOfData();
        await using (var app = new DashboardApp(folder))
        {
            await StartAsync(app);
            IPage page = await WindowAsync("clerk", address: app.Address);
            IWebSocketRoute? socket = null;
            bool isCut = false;
            await page.RouteWebSocketAsync("**/_blazor**", route =>
            {
                socket = route;
                route.ConnectToServer();
            });
            await page.RouteAsync("**/_blazor/negotiate**", route => isCut ? route.AbortAsync() : route.ContinueAsync());
            await OpenReturnAsync(page);
            await TypeAsync(page, Admission, "12");
            await Expect(State(page, Admission, "saved")).ToBeVisibleAsync();

            isCut = true;
            await socket!.CloseAsync();
            await Expect(page.Locator(".ectx .saved .off")).ToBeVisibleAsync();
            await TypeAsync(page, Planning, "34");
            await Cell(page, Cadre).FillAsync("5");
            await Expect(page.Locator($"input[data-cell='{Planning}'][data-unsent]")).ToHaveValueAsync("34");
            Assert.Null((await LineAsync(app, Planning)).Value);

            isCut = false;
            await Expect(State(page, Planning, "saved")).ToBeVisibleAsync();
            await Expect(page.Locator("[data-unsent]")).ToHaveCountAsync(0);
            await Expect(Cell(page, Cadre)).ToHaveValueAsync("5");
            await Cell(page, Cadre).PressAsync("Enter");
            await Expect(State(page, Cadre, "saved")).ToBeVisibleAsync();
            Assert.Equal([12, 34, 5], [(await LineAsync(app, Admission)).Value, (await LineAsync(app, Planning)).Value, (await LineAsync(app, Cadre)).Value]);
            await Expect(page.Locator("tr.bold output")).ToHaveTextAsync("51");
        }

        await Folders.DeleteAsync(folder);
    }

    [Fact]
    public async Task What_is_typed_while_the_server_is_down_is_offered_when_it_was_started_anew()
    {
        string folder = Stage.CopyOfData();
        IPage page;
        int port;
        await using (var first = new DashboardApp(folder))
        {
            await StartAsync(first);
            port = first.Address.Port;
            page = await WindowAsync("clerk", address: first.Address);
            await OpenReturnAsync(page);
            await TypeAsync(page, Admission, "12");
            await Expect(State(page, Admission, "saved")).ToBeVisibleAsync();
        }

        await Expect(page.Locator(".ectx .saved .off")).ToBeVisibleAsync();
        await TypeAsync(page, Planning, "hơn 1.700");
        await Cell(page, Cadre).FillAsync("5");
        await using (var second = new DashboardApp(folder, port))
        {
            await second.StartAsync();
            await Expect(page.Locator(".notices")).ToContainTextAsync("2 ô chưa lưu từ", new() { Timeout = 40_000 });
            await Expect(Cell(page, Admission)).ToHaveValueAsync("12");
            await page.Locator(".notices button").First.ClickAsync();
            await Expect(Cell(page, Planning)).ToHaveValueAsync("1.700");
            await Expect(page.Locator($"tr[data-line='{Planning}'] .pre")).ToHaveTextAsync("hơn");
            await Expect(Cell(page, Cadre)).ToHaveValueAsync("5");
            await Expect(page.Locator(".notices")).ToContainTextAsync("Đã lưu 2 ô");
            ReturnLine planning = await LineAsync(second, Planning);
            Assert.Equal((1_700, Domain.Figures.Precision.MoreThan), (planning.Value!.Value, planning.Precision));
            Assert.Equal(5, (await LineAsync(second, Cadre)).Value);
        }

        await Folders.DeleteAsync(folder);
    }

    private static async Task StartAsync(DashboardApp app)
    {
        await app.StartAsync();
        await app.Services.GetRequiredService<AccountRegister>().PutAsync(
            "admin", [new Account { Name = "clerk", DisplayName = "Cán bộ nhập liệu", Grants = [new Grant(AccountRole.Officer, Code)], IsSample = true }], cancellationToken: Cancelled);
        await app.Services.GetRequiredService<AccessBook>().RefreshAsync("clerk");
    }

    private static async Task OpenReturnAsync(IPage page)
    {
        await page.GotoAsync($"/returns/{Code}/TD-QUY/2026-Q3");
        await Expect(page.Locator(".entry[data-entry=live]")).ToBeVisibleAsync();
    }

    private static ILocator Cell(IPage page, string indicator) => page.Locator($"input[data-cell='{indicator}']");

    private static ILocator State(IPage page, string indicator, string state) => page.Locator($"tr[data-line='{indicator}'] .s-{state}");

    private static async Task TypeAsync(IPage page, string indicator, string typed)
    {
        await Cell(page, indicator).FillAsync(typed);
        await Cell(page, indicator).PressAsync("Enter");
    }

    private static async Task<ReturnLine> LineAsync(DashboardApp app, string indicator)
    {
        var key = new ReturnKey(app.Figures.Now.Hierarchy.NumberOf(Code), "TD-QUY", Period.Quarter(2026, 3));
        return (await app.Services.GetRequiredService<EntryDesk>().ReadAsync(key, Cancelled)).Lines.Single(l => l.Indicator == indicator);
    }
}
