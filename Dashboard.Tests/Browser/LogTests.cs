using Dashboard.Data;
using Dashboard.Domain.Changes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>The change log as an administrator uses it.</summary>
public sealed class LogTests(BrowserStage stage) : BrowserTest(stage)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Light, 390)]
    public async Task The_log_has_no_serious_barrier_and_scrolls_only_downwards(ColorScheme scheme, int width)
    {
        IPage page = await LogAsync("/admin/log", options => (options.ColorScheme, options.ReducedMotion, options.ViewportSize) = (scheme, ReducedMotion.Reduce, new() { Width = width, Height = 900 }));
        await AccessibilityTests.AssertOpenToAllAsync(page);
        Assert.Equal(width, await page.EvaluateAsync<int>("() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"));
        if (Environment.GetEnvironmentVariable("DASHBOARD_LOG_PICTURE") is { } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"log-{scheme}-{width}.png") });
        }
    }

    [Fact]
    public async Task A_filter_is_chosen_by_keyboard_and_stands_in_the_address()
    {
        IPage page = await LogAsync("/admin/log");
        await page.GetByLabel("Nội dung").SelectOptionAsync("lapse");
        await page.GetByLabel("Cấp ủy", new() { Exact = true }).FillAsync("HU-MAU-01");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(Ending("/admin/log?subject=lapse&committee=HU-MAU-01&below=1"));
        await Expect(page.Locator(".entries .chip").First).ToHaveTextAsync("Thiếu sót");
        Assert.Equal(["Thiếu sót"], (await page.Locator(".entries .chip").AllTextContentsAsync()).Distinct());
        await page.ReloadAsync();
        await Expect(page.GetByLabel("Nội dung")).ToHaveValueAsync("lapse");
    }

    [Fact]
    public async Task Without_script_the_filter_and_the_pages_work_as_well()
    {
        IPage page = await WindowAsync("admin", options => options.JavaScriptEnabled = false);
        await page.GotoAsync("/admin/log");
        await page.GetByLabel("Nội dung").SelectOptionAsync("figure");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lọc" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Cũ hơn" }).ClickAsync();
        Assert.Contains("subject=figure", page.Url, StringComparison.Ordinal);
        Assert.Contains("before=", page.Url, StringComparison.Ordinal);
        Assert.Equal(50, await page.Locator(".entries > li").CountAsync());
    }

    [Theory]
    [InlineData("CSV")]
    [InlineData("XLSX")]
    public async Task What_is_filtered_can_be_taken_along_and_that_is_an_entry_and_is_announced(string format)
    {
        IPage page = await LogAsync("/admin/log?subject=lapse&committee=HU-MAU-01");
        IDownload file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = format }).ClickAsync());
        Assert.EndsWith("." + format.ToLowerInvariant(), file.SuggestedFilename, StringComparison.Ordinal);
        LogSearch log = App.Services.GetRequiredService<LogSearch>();
        LogEntry entry = (await log.BeforeAsync(new LogFilter { Subject = Subject.Export }, long.MaxValue, 1, Cancelled)).Single();
        Assert.Equal(("admin", "log", App.Figures.Now.Hierarchy.NumberOf("HU-MAU-01")), (entry.Account, entry.Key, entry.Committee));
        Assert.Contains("\"of\":\"HU-MAU-01\"", entry.After, StringComparison.Ordinal);
        if (format == "CSV")
        {
            string[] lines = (await File.ReadAllTextAsync(await file.PathAsync(), Cancelled)).TrimEnd().Split('\n');
            Assert.StartsWith("sequence,at,account,subject,committee", lines[0], StringComparison.Ordinal);
            Assert.Contains($"\"rows\":{lines.Length - 1},", entry.After, StringComparison.Ordinal);
            Assert.All(lines[1..], line => Assert.Contains(",lapse,HU-MAU-01,", line, StringComparison.Ordinal));
        }
    }

    private async Task<IPage> LogAsync(string path, Action<BrowserNewContextOptions>? with = null)
    {
        IPage page = await WindowAsync("admin", with);
        await page.GotoAsync(path);
        // The circuit is there when the page has subscribed; the badge of the frame does not tell.
        await page.WaitForFunctionAsync("() => window.Blazor && document.querySelector('.log .entries')");
        await page.WaitForTimeoutAsync(500);
        return page;
    }
}
