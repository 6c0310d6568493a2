using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>The page as the server wrote it: everything can be read and every link followed without JavaScript.</summary>
public sealed class NoScriptTests(BrowserStage stage) : BrowserTest(stage)
{
    [Fact]
    public async Task The_overview_can_be_read_without_script()
    {
        IPage page = await WindowAsync(with: options => options.JavaScriptEnabled = false);
        await page.GotoAsync("/c/TU-MAU");
        await Expect(Card(page, 0)).ToHaveTextAsync("4.486");
        await Expect(page.Locator("#stack table tbody tr").First).ToBeVisibleAsync();
        await Expect(page.Locator("#trend table tbody tr").First).ToBeVisibleAsync();
        await Expect(page.Locator("#age table tbody tr")).ToHaveCountAsync(42);
        await Expect(page.Locator("#heat table.heat")).ToBeVisibleAsync();
        await Expect(page.Locator("canvas").First).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Rows_periods_and_menus_work_without_script()
    {
        IPage page = await WindowAsync(with: options => options.JavaScriptEnabled = false);
        await page.GotoAsync("/c/TU-MAU");
        await page.Locator(".pm summary").ClickAsync();
        await page.Locator(".pq a[href$='period=2026-Q2']").ClickAsync();
        await Expect(page).ToHaveURLAsync(Ending("/c/TU-MAU?period=2026-Q2"));
        await Row(page, "HU-MAU-02").Locator(".name a").ClickAsync();
        await Expect(page).ToHaveURLAsync(Ending("/c/HU-MAU-02?period=2026-Q2"));
        await Expect(page.Locator("h1")).ToContainTextAsync("An Bình");
    }
}
