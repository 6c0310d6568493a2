using Dashboard.Tests.Testing;
using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>The bar above a page holds more than fits at some widths: its words give way, and nothing scrolls sideways.</summary>
public sealed class WidthTests(BrowserStage stage) : BrowserTest(stage)
{
    [Theory]
    [InlineData("/c/TU-MAU", "vi", 1280)]
    [InlineData("/c/TU-MAU", "vi", 1440)]
    [InlineData("/c/TU-MAU", "en", 1440)]
    [InlineData("/c/TU-MAU", "en", 1700)]
    [InlineData("/c/TU-MAU/figures", "vi", 1280)]
    public async Task A_page_is_no_wider_than_its_window(string path, string language, int width)
    {
        IPage page = await WindowAsync("leader", options => options.ViewportSize = new() { Width = width, Height = 900 });
        await page.GotoAsync($"/preferences/culture?c={language}&back={path}");
        await Expect(page.Locator(".ctx .period").First).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "The page is wider than its window.");
    }
}
