using Dashboard.Domain.Lapses;
using Dashboard.Tests.Testing;
using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>The register of lapses, the directives and the history as their readers use them.</summary>
public sealed class LapseTests(BrowserStage stage) : BrowserTest(stage)
{
    [Theory]
    [InlineData("lapses", 1440, ColorScheme.Light)]
    [InlineData("lapses", 390, ColorScheme.Dark)]
    [InlineData("directives", 1440, ColorScheme.Dark)]
    [InlineData("directives", 390, ColorScheme.Light)]
    [InlineData("history", 390, ColorScheme.Light)]
    public async Task A_tab_has_no_serious_barrier_and_scrolls_only_downwards(string tab, int width, ColorScheme scheme)
    {
        IPage page = await WindowAsync("reviewer", options => (options.ColorScheme, options.ReducedMotion, options.ViewportSize) = (scheme, ReducedMotion.Reduce, new() { Width = width, Height = 900 }));
        await page.GotoAsync($"/c/TU-MAU/{tab}");
        await Expect(page.Locator(".tabs a.on")).ToBeVisibleAsync();
        await AccessibilityTests.AssertOpenToAllAsync(page);
        Assert.Equal(width, await page.EvaluateAsync<int>("() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"));
    }

    [Fact]
    public async Task A_lapse_is_recorded_by_keyboard_seen_at_once_in_another_window_and_remedied()
    {
        string folder = Stage.CopyOfData();
        try
        {
            await using var app = new DashboardApp(folder);
            await app.StartAsync();
            IPage officer = await WindowAsync("officer", address: app.Address), reviewer = await WindowAsync("reviewer", address: app.Address);
            await reviewer.GotoAsync("/c/TU-MAU/lapses?case=1");
            // Only a page that has its connection opens a panel, and only such a page follows.
            await Expect(reviewer.Locator("dialog[open]")).ToBeVisibleAsync();
            await reviewer.Keyboard.PressAsync("Escape");
            await Expect(reviewer.Locator("dialog.side-panel")).ToHaveCountAsync(0);
            ILocator open = reviewer.Locator(".tile").Nth(3).Locator("b");
            long before = NumberIn(await open.InnerTextAsync());

            await officer.GotoAsync("/c/HU-MAU-01/lapses?new=1");
            await Expect(officer.Locator("dialog[open] select")).ToBeVisibleAsync();
            await officer.Locator("dialog select").FocusAsync();
            await officer.Keyboard.PressAsync("k");
            await officer.Locator("dialog textarea").FocusAsync();
            await officer.Keyboard.TypeAsync("Chưa mở lớp quý IV");
            await officer.Keyboard.PressAsync("Control+Enter");
            await Expect(officer.Locator(".lapse-said")).ToContainTextAsync("Đã ghi nhận: Khác");
            await Expect(open).ToHaveTextAsync($"{before + 1}");
            await Expect(officer.Locator("dialog[open]")).ToHaveCountAsync(0);

            await officer.Locator(".reg tr", new() { HasText = "Chưa mở lớp quý IV" }).Locator("a.cd").FocusAsync();
            await officer.Keyboard.PressAsync("Enter");
            await officer.Locator("dialog .acts .btn.primary").FocusAsync();
            await officer.Keyboard.PressAsync("Enter");
            await officer.Locator("#lapse-remedy input").FocusAsync();
            await officer.Keyboard.PressAsync("Enter");
            await Expect(officer.Locator(".lapse-said")).ToContainTextAsync("Đã ghi khắc phục: Khác");
            await Expect(open).ToHaveTextAsync($"{before}");
            Lapse kept = app.Figures.Now.Lapses.Values.Single(l => l.Note == "Chưa mở lớp quý IV");
            Assert.Equal((LapseKind.Other, SampleDatabase.Today), (kept.Kind, kept.RemediedOn!.Value));
            Assert.Empty(app.Faults.Take());
        }
        finally
        {
            await Folders.DeleteAsync(folder);
        }
    }

    [Fact]
    public async Task Without_script_the_register_is_filtered_and_the_history_paged_as_well()
    {
        IPage page = await WindowAsync("reviewer", options => options.JavaScriptEnabled = false);
        await page.GotoAsync("/c/TU-MAU/lapses?band=overdue");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Loại thiếu sót" }).SelectOptionAsync("overdue-vetting");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lọc" }).ClickAsync();
        Assert.Contains("band=overdue", page.Url, StringComparison.Ordinal);
        Assert.Equal(["Thẩm định quá hạn"], (await page.Locator(".reg .cd").AllTextContentsAsync()).Distinct());
        await page.GotoAsync("/c/TU-MAU/history?below=1");
        await page.GetByRole(AriaRole.Link, new() { Name = "Cũ hơn" }).ClickAsync();
        Assert.Contains("before=", page.Url, StringComparison.Ordinal);
        Assert.Equal(50, await page.Locator(".entries > li").CountAsync());
    }
}
