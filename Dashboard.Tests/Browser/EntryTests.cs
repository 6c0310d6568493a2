using Dashboard.Domain.Figures;
using Dashboard.Domain.Returns;
using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>A return entered as an officer does it; each test has a return of its own.</summary>
public sealed class EntryTests(BrowserStage stage, EntryStage entry) : BrowserTest(stage), IClassFixture<EntryStage>
{
    private const string Admission = "vetting.admission", Planning = "vetting.planning";

    [Fact]
    public async Task A_column_is_typed_by_keyboard_alone_and_totals_findings_and_keys_follow()
    {
        string code = entry.NextNotStarted();
        IPage page = await ReturnAsync(code);
        await page.Locator("input[data-cell]").First.FocusAsync();
        foreach (string typed in (string[])["1.200", "0", "k", "2x", "4"])
        {
            await page.Keyboard.TypeAsync(typed);
            await page.Keyboard.PressAsync("Enter");
        }

        await Expect(page.Locator("tr.bold output")).ToHaveTextAsync("1.204");
        await Expect(page.Locator(".msg.crit")).ToContainTextAsync("Không đọc được số");
        await Expect(Cell(page, "vetting.election.subordinate")).ToHaveValueAsync("2x");
        await Expect(Cell(page, "vetting.election.own")).ToHaveValueAsync("không phát sinh");
        await Expect(Cell(page, Planning)).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Shift+Enter");
        await page.Keyboard.PressAsync("F2");
        await Expect(page.Locator($"tr[data-line='{Admission}'] .pre")).ToHaveTextAsync("hơn");
        await page.Keyboard.TypeAsync("77");
        await page.Keyboard.PressAsync("Escape");
        await Expect(Cell(page, Admission)).ToHaveValueAsync("4");
        await page.Keyboard.PressAsync("Control+m");
        await Expect(page.Locator($"[data-drawer='{Admission}'] .nt input")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("đợt cao điểm");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator($"tr[data-line='{Admission}']:has(.nb.has) .s-saved")).ToBeVisibleAsync();
        ReturnLine saved = await entry.SavedAsync(code, Admission);
        Assert.Equal((4L, Precision.MoreThan, "đợt cao điểm"), (saved.Value!.Value, saved.Precision, saved.Note!));
        Assert.True((await entry.SavedAsync(code, "vetting.election.own")).IsNotApplicable);
        Assert.Null((await entry.SavedAsync(code, "vetting.election.subordinate")).Value);
        await Expect(page.Locator(".sub-bar .btn.primary")).ToBeDisabledAsync();
        await Expect(page.Locator(".sub-bar .why")).ToContainTextAsync("Chưa nộp được");
        await AccessibilityTests.AssertOpenToAllAsync(page);
    }

    [Fact]
    public async Task A_page_that_is_closed_midway_comes_back_and_offers_what_was_not_saved_until_signed_out()
    {
        string code = entry.NextNotStarted();
        IPage page = await ReturnAsync(code);
        await Cell(page, Admission).FillAsync("12");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator($"tr[data-line='{Admission}'] .s-saved")).ToBeVisibleAsync();
        await page.Keyboard.TypeAsync("34");
        IBrowserContext window = page.Context;
        await page.CloseAsync();
        Assert.Null((await entry.SavedAsync(code, Planning)).Value);

        page = await ReturnAsync(code, await window.NewPageAsync());
        await Expect(Cell(page, Admission)).ToHaveValueAsync("12");
        await Expect(page.Locator(".notices")).ToContainTextAsync("1 ô chưa lưu từ");
        await page.Locator(".notices button").First.ClickAsync();
        await Expect(Cell(page, Planning)).ToHaveValueAsync("34");
        await Expect(page.Locator(".notices")).ToContainTextAsync("Đã lưu 1 ô");
        Assert.Equal(34, (await entry.SavedAsync(code, Planning)).Value);
        await page.WaitForFunctionAsync("() => localStorage.length === 0 || !Object.keys(localStorage).some(k => k.startsWith('entry|'))");

        await Cell(page, "vetting.cadre").FillAsync("56");
        Assert.True(await page.EvaluateAsync<bool>("() => Object.keys(localStorage).some(k => k.startsWith('entry|'))"));
        await page.EvaluateAsync("() => document.querySelector('form[action=\"/sign-out\"]').requestSubmit()");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"));
        Assert.False(await page.EvaluateAsync<bool>("() => Object.keys(localStorage).some(k => k.startsWith('entry|'))"));
    }

    [Fact]
    public async Task Of_two_windows_the_second_sees_both_figures_and_what_the_first_saves_elsewhere_appears()
    {
        string code = entry.NextNotStarted();
        IPage one = await ReturnAsync(code), two = await ReturnAsync(code);
        await Cell(two, Admission).FocusAsync();
        await two.Keyboard.TypeAsync("13");
        await CommitAsync(one, Admission, "12");
        await CommitAsync(one, Planning, "5");
        await Expect(Cell(two, Planning)).ToHaveValueAsync("5");
        await Expect(Cell(two, Admission)).ToHaveValueAsync("13");
        await two.Keyboard.PressAsync("Enter");
        await Expect(two.Locator(".msg .two")).ToHaveTextAsync(["Của tôi: 13Giữ của tôi", "Của họ: 12Lấy của họ"]);
        await two.Locator(".msg .two button").First.ClickAsync();
        await Expect(Cell(one, Admission)).ToHaveValueAsync("13");
        Assert.Equal(13, (await entry.SavedAsync(code, Admission)).Value);
    }

    [Fact]
    public async Task A_pasted_block_is_looked_at_taken_whole_and_undone_then_the_return_is_handed_in()
    {
        string code = entry.NextNotStarted();
        IPage page = await ReturnAsync(code);
        await PasteAsync(page, "vetting.congress.own", "1\n2\nba");
        await Expect(page.Locator(".side-panel tr.crit")).ToContainTextAsync("Dòng 3, cột 1");
        ILocator apply = page.Locator(".side-panel .pf .primary");
        await Expect(apply).ToBeDisabledAsync();
        await page.Locator(".side-panel textarea").FillAsync(string.Join('\n', Enumerable.Repeat("2", 12)));
        await Expect(apply).ToBeEnabledAsync();
        await apply.ClickAsync();
        await Expect(page.Locator("tr.bold output")).ToHaveTextAsync("16");
        await page.Locator(".notices .acts button").ClickAsync();
        await Expect(page.Locator(".notices")).ToContainTextAsync("Đã hoàn tác");
        await Expect(page.Locator("tr.bold output")).ToHaveTextAsync("–");
        Assert.All((await entry.SheetAsync(code)).Lines, line => Assert.Null(line.Value));

        await PasteAsync(page, "vetting.congress.own", string.Join('\n', Enumerable.Repeat("2", 12)));
        await apply.ClickAsync();
        await Expect(page.Locator("tr.bold output")).ToHaveTextAsync("16");
        for (int doubts = await page.Locator(".msg.warn").CountAsync(); doubts > 0; doubts--)
        {
            await page.Locator(".msg.warn select").First.SelectOptionAsync(nameof(WarningReason.Campaign));
            await page.Locator(".msg.warn .btn.ghost").First.ClickAsync();
            await Expect(page.Locator(".msg.warn")).ToHaveCountAsync(doubts - 1);
        }

        await page.Locator(".sub-bar .btn.primary").ClickAsync();
        await page.Locator(".side-panel .pf .primary").ClickAsync();
        await Expect(page.Locator(".ectx .chip.info")).ToHaveTextAsync("Đã nộp");
        await Expect(page.Locator("input[data-cell]:not([readonly])")).ToHaveCountAsync(0);
        Assert.Equal(ReturnState.Submitted, (await entry.SheetAsync(code)).Return.State);
        await page.GetByRole(AriaRole.Button, new() { Name = "Phiên bản" }).ClickAsync();
        await Expect(page.Locator(".vers > li").First).ToContainTextAsync("Đã nộp");
    }

    [Fact]
    public async Task On_a_phone_each_line_is_a_card_and_nothing_scrolls_sideways()
    {
        IPage page = await ReturnAsync(entry.NextNotStarted(), with: options => (options.ViewportSize, options.HasTouch) = (new() { Width = 390, Height = 844 }, true));
        Assert.Equal(390, await page.EvaluateAsync<int>("() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"));
        LocatorBoundingBoxResult cell = (await Cell(page, Admission).BoundingBoxAsync())!;
        Assert.True(cell is { Height: >= 44, Width: > 60 } && cell.X + cell.Width <= 390, $"{cell.X} {cell.Width} {cell.Height}");
        await CommitAsync(page, Admission, "7");
    }

    private async Task<IPage> ReturnAsync(string code, IPage? page = null, Action<BrowserNewContextOptions>? with = null)
    {
        page ??= await WindowAsync(EntryStage.Officer, with, entry.App.Address);
        await page.GotoAsync($"/returns/{code}/TD-QUY/2026-Q3");
        await Expect(page.Locator(".entry[data-entry=live]")).ToBeVisibleAsync();
        return page;
    }

    private static ILocator Cell(IPage page, string indicator) => page.Locator($"input[data-cell='{indicator}']");

    private static async Task CommitAsync(IPage page, string indicator, string typed)
    {
        await Cell(page, indicator).FillAsync(typed);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator($"tr[data-line='{indicator}'] .s-saved")).ToBeVisibleAsync();
    }

    private static async Task PasteAsync(IPage page, string indicator, string text) => await Cell(page, indicator).EvaluateAsync(
        """
        (input, text) => {
          const data = new DataTransfer();
          data.setData('text/plain', text);
          input.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """,
        text);
}
