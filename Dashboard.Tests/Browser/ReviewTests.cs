using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Returns;
using Dashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>An officer and a reviewer side by side, on a copy of the data.</summary>
public sealed class ReviewTests(BrowserStage stage) : BrowserTest(stage)
{
    private const string Form = "TD-QUY";
    private static readonly Period Quarter = Period.Quarter(2026, 3);

    [Fact]
    public async Task A_return_goes_up_comes_back_in_one_figure_and_is_approved_with_nobody_reloading()
    {
        string folder = Stage.CopyOfData();
        await using (var app = new DashboardApp(folder))
        {
            await app.StartAsync();
            (ReturnKey key, string code, string name) = await BeginAsync(app);
            IPage officer = await WindowAsync("clerk", address: app.Address), inbox = await WindowAsync("clerk", address: app.Address), reviewer = await WindowAsync("reviewer", address: app.Address);
            await Task.WhenAll(officer.GotoAsync($"/returns/sheet/{code}/{Form}/{Quarter}"), inbox.GotoAsync("/returns"), reviewer.GotoAsync("/review"));
            await Expect(reviewer.Locator(".review:not([aria-busy])")).ToBeVisibleAsync();
            await Expect(officer.Locator(".sheet:not([aria-busy])")).ToBeVisibleAsync();
            await Expect(inbox.Locator(".inbox:not([aria-busy])")).ToBeVisibleAsync();
            ILocator waiting = reviewer.Locator("[data-row]", new() { HasText = name });
            await Expect(waiting).ToHaveCountAsync(0);

            await officer.Locator("td.go button").DblClickAsync();
            await Expect(waiting).ToBeVisibleAsync();
            await Expect(inbox.Locator("#inbox-Waiting")).ToBeVisibleAsync();
            Assert.Equal(1, await StepsAsync(app, key, ReturnState.Submitted));

            await waiting.ClickAsync();
            await reviewer.GetByLabel("Chọn để trả lại: Thẩm định hồ sơ kết nạp đảng viên").CheckAsync();
            await reviewer.GetByRole(AriaRole.Button, new() { Name = "Trả lại 1 chỉ tiêu" }).ClickAsync();
            await reviewer.GetByLabel("Lý do").SelectOptionAsync("Unexplained");
            await reviewer.GetByLabel("Ghi chú cho cấp dưới").FillAsync("đối chiếu sổ kết nạp");
            await reviewer.GetByRole(AriaRole.Button, new() { Name = "Trả lại 1 chỉ tiêu" }).ClickAsync();
            await Expect(waiting).ToHaveCountAsync(0);
            await Expect(inbox.Locator("section:has(#inbox-Back) .why")).ToHaveTextAsync("Bất thường, chưa giải trình: đối chiếu sổ kết nạp");
            await Expect(inbox.Locator("section:has(#inbox-Back) .which")).ToContainTextAsync("Thẩm định hồ sơ kết nạp đảng viên");

            ILocator cell = officer.GetByLabel($"{name}, Thẩm định hồ sơ kết nạp đảng viên");
            await Expect(cell).ToBeVisibleAsync();
            await cell.FillAsync("7");
            await cell.PressAsync("Enter");
            await officer.Locator("td.go button").ClickAsync();
            await Expect(waiting).ToBeVisibleAsync();
            await waiting.FocusAsync();
            await waiting.PressAsync("Enter");
            await Expect(reviewer.Locator(".rlines tr.differs")).ToHaveCountAsync(1);
            await reviewer.Locator("[data-approve]").WaitForAsync();
            await reviewer.Keyboard.PressAsync("a");
            await reviewer.Keyboard.PressAsync("a");
            await Expect(reviewer.Locator(".review [role=status] .notice").First).ToContainTextAsync($"Đã duyệt: {name}");
            await Expect(waiting).ToHaveCountAsync(0);
            await Expect(inbox.Locator($"section:has(#inbox-Approved) li:has(a[href='/returns/{code}/{Form}/{Quarter}'])")).ToBeVisibleAsync();
            Assert.Equal(1, await StepsAsync(app, key, ReturnState.Approved));
        }

        await Folders.DeleteAsync(folder);
    }

    [Theory]
    [InlineData("reviewer", "/review", ".review:not([aria-busy])", 1440)]
    [InlineData("reviewer", "/review?return=HU-MAU-03%7CTD-QUY%7C2026-Q3", ".review:not([aria-busy])", 390)]
    [InlineData("officer", "/returns", ".inbox:not([aria-busy])", 1440)]
    [InlineData("officer", "/returns/sheet/HU-MAU-01/TD-QUY/2026-Q3", ".sheet:not([aria-busy])", 390)]
    [InlineData("leader", "/c/TU-MAU/returns", ".returns-of:not([aria-busy])", 390)]
    public async Task A_page_of_returns_has_no_serious_barrier_and_fits_its_screen(string account, string path, string live, int width)
    {
        IPage page = await WindowAsync(account, options => AccessibilityTests.Look(options, ColorScheme.Light, width));
        await page.GotoAsync(path);
        await Expect(page.Locator(live)).ToBeVisibleAsync();
        await AccessibilityTests.AssertOpenToAllAsync(page);
        Assert.Equal(width, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
    }

    /// <summary>A draft that is ready to be handed in, of a committee below TU-MAU that nobody else enters for, and its officer.</summary>
    private static async Task<(ReturnKey Key, string Code, string Name)> BeginAsync(DashboardApp app)
    {
        Return one = OwedReturns.Of(app.Figures.Now, _ => true, SampleDatabase.Today).First(r => r.State == ReturnState.NotStarted && r.Period == Quarter);
        var key = new ReturnKey(one.Committee, one.Form, one.Period);
        string code = app.Figures.Now.Hierarchy[one.Committee].Code;
        await app.Services.GetRequiredService<AccountRegister>().PutAsync("admin", [new Account { Name = "clerk", DisplayName = "Cán bộ nhập liệu", Grants = [new Grant(AccountRole.Officer, code)], IsSample = true }]);
        await app.Services.GetRequiredService<AccessBook>().RefreshAsync("clerk");
        ReturnReading reading = app.Services.GetRequiredService<ReturnReading>();
        await using DashboardDb db = app.Services.GetRequiredService<IDbContextFactory<DashboardDb>>().CreateDbContext();
        ReturnSheet sheet = await reading.ReadAsync(db, key, Cancelled);
        await app.Services.GetRequiredService<ReturnDesk>().SaveAsync(
            "clerk", key, [.. sheet.Lines.Select(l => new LineEdit(l with { Value = reading.Own(key.Committee, l.Indicator, Quarter.Previous()) ?? 0, Reason = WarningReason.NothingArose }))], Cancelled);
        return (key, code, app.Figures.Now.Hierarchy[one.Committee].Name);
    }

    private static async Task<int> StepsAsync(DashboardApp app, ReturnKey key, ReturnState to)
    {
        IReadOnlyList<ReturnStep> steps = await app.Services.GetRequiredService<ReturnHistory>().StepsAsync(key, Cancelled);
        return steps.Count(s => s.To == to);
    }
}
