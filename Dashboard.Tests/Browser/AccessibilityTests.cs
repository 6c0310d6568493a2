using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>What a machine can find of barriers: nothing serious, nothing critical.</summary>
public sealed class AccessibilityTests(BrowserStage stage) : BrowserTest(stage)
{
    [Theory]
    [InlineData("/c/TU-MAU", ColorScheme.Light, 1440)]
    [InlineData("/c/TU-MAU", ColorScheme.Dark, 1440)]
    [InlineData("/c/TU-MAU", ColorScheme.Light, 390)]
    [InlineData("/nowhere", ColorScheme.Light, 1440)]
    public async Task A_page_has_no_serious_barrier(string path, ColorScheme scheme, int width)
    {
        IPage page = await WindowAsync(with: options => Look(options, scheme, width));
        await page.GotoAsync(path);
        if (path.StartsWith("/c/", StringComparison.Ordinal))
        {
            await DrawnAsync(page);
        }

        await AssertOpenToAllAsync(page);
    }

    [Theory]
    [InlineData("/admin/accounts?account=officer", ColorScheme.Light, 1440)]
    [InlineData("/admin/accounts?new=true", ColorScheme.Dark, 390)]
    [InlineData("/account/tokens", ColorScheme.Light, 1440)]
    [InlineData("/account/tokens", ColorScheme.Dark, 390)]
    [InlineData("/why?committee=HU-MAU-01", ColorScheme.Light, 1440)]
    public async Task A_page_of_accounts_has_no_serious_barrier(string path, ColorScheme scheme, int width)
    {
        IPage page = await WindowAsync("admin", options => Look(options, scheme, width));
        await page.GotoAsync(path);
        await AssertOpenToAllAsync(page);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Signing_in_has_no_serious_barrier(ColorScheme scheme)
    {
        IPage page = await WindowAsync(null, options => Look(options, scheme, 1440));
        await page.GotoAsync("/sign-in");
        await AssertOpenToAllAsync(page);
    }

    internal static void Look(BrowserNewContextOptions options, ColorScheme scheme, int width)
    {
        options.ColorScheme = scheme;
        options.ReducedMotion = ReducedMotion.Reduce;
        options.ViewportSize = new() { Width = width, Height = 900 };
    }

    internal static async Task AssertOpenToAllAsync(IPage page)
    {
        AxeResult result = await page.RunAxe();
        if (result.Violations.Any(one => one.Id == "document-title"))
        {
            // The framework takes the title away for the moment in which a page's connection begins, and puts it back.
            await Expect(page).ToHaveTitleAsync(new Regex("."));
            result = await page.RunAxe();
        }

        string[] found = [.. result.Violations.Where(one => one.Impact is "serious" or "critical")
            .SelectMany(one => one.Nodes.Take(5).Select(node => $"{one.Id}: {node.Html} {string.Join(' ', node.Any.Select(check => check.Message))}"))];
        Assert.True(found.Length == 0, string.Join('\n', found));
    }
}
