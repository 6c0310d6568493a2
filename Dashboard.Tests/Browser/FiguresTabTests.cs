using System.Text.RegularExpressions;
using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Periods;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>The figures' page as its readers use it: live, by the keyboard, on a phone, as a file.</summary>
public sealed class FiguresTabTests(BrowserStage stage) : BrowserTest(stage)
{
    private const string Congress = "vetting.congress.own";

    [Fact]
    public async Task A_changed_figure_moves_its_cell_and_its_total_and_no_other_row()
    {
        IPage page = await FiguresAsync("/c/TU-MAU/figures");
        long before = NumberIn(await Current(page, Congress).InnerTextAsync());
        long total = NumberIn(await Current(page, "vetting").InnerTextAsync());
        await page.EvaluateAsync("() => { window.touched = new Set(); new MutationObserver(all => all.forEach(one => { const row = (one.target.parentElement ?? one.target).closest('tr[data-k]'); if (row) touched.add(row.dataset.k); })).observe(document.querySelector('.pvt'), { subtree: true, childList: true, characterData: true }); }");
        await using Restating restated = await Restating.ByAsync(App, "HU-MAU-01", Congress, Period.Quarter(2026, 3), +7);
        await Expect(Current(page, Congress)).ToHaveTextAsync(Written(before + 7));
        await Expect(Current(page, "vetting")).ToHaveTextAsync(Written(total + 7));
        Assert.All(await page.EvaluateAsync<string[]>("() => [...touched]"), key => Assert.Contains(key, (string[])[Congress, "vetting", "vetting|progress"]));
    }

    [Fact]
    public async Task Arrows_move_between_numbers_and_enter_opens_the_proof()
    {
        IPage page = await FiguresAsync("/c/TU-MAU/figures?period=2026-Q3");
        await Cell(page, Congress, 7).FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal(["vetting.congress.subordinate", "7"], await page.EvaluateAsync<string[]>("() => { const cell = document.activeElement; return [cell.closest('tr').dataset.k, `${cell.closest('td').cellIndex}`]; }"));
        Assert.Equal(1, await page.EvaluateAsync<int>("() => [...document.querySelectorAll('.fc')].filter(cell => cell.tabIndex === 0).length"));
        await Expect(page.Locator(".nc h4")).ToContainTextAsync("II/2026");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".nc")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(new Regex(@"/explain/TU-MAU\?indicator=vetting\.congress\.subordinate&period=2026-Q2&view=now$"));
    }

    [Fact]
    public async Task A_note_is_written_by_the_keyboard_seen_at_once_by_others_and_taken_back()
    {
        IPage reader = await FiguresAsync("/c/HU-MAU-01/figures?period=2026-Q3");
        IPage officer = await FiguresAsync("/c/HU-MAU-01/figures?period=2026-Q3", "officer");
        await Cell(officer, Congress, 7).FocusAsync();
        await officer.Keyboard.PressAsync("n");
        await officer.Locator("#note-text").FillAsync("hỏi 0912 345 678");
        await officer.Locator(".side-panel button[type=submit]").ClickAsync();
        await Expect(officer.Locator(".side-panel [role=alert]")).ToBeVisibleAsync();
        await officer.Locator("#note-text").FillAsync("Tăng do đại hội");
        await officer.Locator(".side-panel button[type=submit]").ClickAsync();
        ILocator mark = reader.Locator($"tr[data-k='{Congress}'] td.cur button.nt");
        await Expect(mark).ToHaveAttributeAsync("aria-label", "Ghi chú: Tăng do đại hội");
        await mark.ClickAsync();
        await Expect(reader.Locator(".side-panel .nread")).ToHaveTextAsync("Tăng do đại hội");
        await Expect(reader.Locator("#note-text")).ToHaveCountAsync(0);
        await Cell(officer, Congress, 7).FocusAsync();
        await officer.Keyboard.PressAsync("n");
        await officer.Locator(".side-panel .pf .btn.text").ClickAsync();
        await Expect(officer.Locator(".said button")).ToBeVisibleAsync();
        await Expect(mark).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    public async Task Only_the_table_scrolls_sideways_and_nothing_is_in_the_way(int width, ColorScheme scheme)
    {
        IPage page = await FiguresAsync("/c/TU-MAU/figures", with: options => AccessibilityTests.Look(options, scheme, width));
        Assert.Equal(width, await page.EvaluateAsync<int>("() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"));
        if (width == 390)
        {
            LocatorBoundingBoxResult current = (await page.Locator("thead th.cur").BoundingBoxAsync())!, change = (await page.Locator("thead th.chg").BoundingBoxAsync())!;
            Assert.True(current.X > 100 && change.X + change.Width <= 390, $"{current.X}, {change.X} + {change.Width}");
        }

        await AccessibilityTests.AssertOpenToAllAsync(page);
    }

    [Fact]
    public async Task The_file_has_what_is_shown_and_the_log_keeps_who_took_it()
    {
        IPage page = await FiguresAsync("/c/TU-MAU/figures?period=2026-Q3&closed=lapses");
        int rows = await page.Locator("tr[data-k]").CountAsync();
        IDownload file = await page.RunAndWaitForDownloadAsync(() => page.Locator(".ctxr button", new() { HasText = "CSV" }).ClickAsync());
        Assert.Equal("figures-TU-MAU-2026-Q3.csv", file.SuggestedFilename);
        string[] lines = (await File.ReadAllTextAsync(await file.PathAsync(), Cancelled)).TrimEnd().Split('\n');
        Assert.Equal(rows + 2, lines.Length);
        Assert.DoesNotContain(lines, line => line.StartsWith("lapses.", StringComparison.Ordinal));
        await using DashboardDb db = await App.Services.GetRequiredService<IDbContextFactory<DashboardDb>>().CreateDbContextAsync(Cancelled);
        LogEntry kept = await db.Changes.OrderByDescending(entry => entry.Sequence).FirstAsync(entry => entry.Subject == Subject.Export, Cancelled);
        Assert.Equal(("leader", App.Figures.Now.Hierarchy.NumberOf("TU-MAU")), (kept.Account, kept.Committee));
        Assert.Contains("\"closed\":\"lapses\"", kept.After, StringComparison.Ordinal);
    }

    private async Task<IPage> FiguresAsync(string path, string account = "leader", Action<BrowserNewContextOptions>? with = null)
    {
        IPage page = await WindowAsync(account, with);
        await page.GotoAsync(path);
        // Set by the script: the page is live and can be moved in.
        await page.WaitForFunctionAsync("() => document.querySelector('.fc[tabindex=\"-1\"]')");
        return page;
    }

    private static ILocator Current(IPage page, string row) => page.Locator($"tr[data-k='{row}'] td.cur .fc b");

    private static ILocator Cell(IPage page, string row, int column) => page.Locator($"tr[data-k='{row}'] .fc").Nth(column);

    private static string Written(long number) => number.ToString("N0", System.Globalization.CultureInfo.GetCultureInfo("vi-VN"));
}
