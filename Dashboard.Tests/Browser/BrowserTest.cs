using System.Text.RegularExpressions;
using Dashboard.Tests.Testing;
using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>Alone, after the other tests: some of these measure how soon something is seen.</summary>
[CollectionDefinition(BrowserTest.Collection, DisableParallelization = true)]
public sealed class BrowserTests : ICollectionFixture<BrowserStage>;

/// <summary>What browser tests share: windows that close with the test, and waiting for a page to be live.</summary>
[Collection(Collection)]
public abstract partial class BrowserTest(BrowserStage stage) : IAsyncDisposable
{
    public const string Collection = "browser";

    private readonly List<IBrowserContext> _windows = [];

    protected BrowserStage Stage => stage;

    protected DashboardApp App => stage.App;

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>A page in a window of its own, not yet anywhere.</summary>
    protected async Task<IPage> WindowAsync(string? account = "leader", Action<BrowserNewContextOptions>? with = null, Uri? address = null)
    {
        IBrowserContext window = await stage.WindowAsync(account, with, address);
        _windows.Add(window);
        return await window.NewPageAsync();
    }

    /// <summary>A page in a window of its own, opened, live and drawn.</summary>
    protected async Task<IPage> OpenAsync(string path, string account = "leader", Action<BrowserNewContextOptions>? with = null)
    {
        IPage page = await WindowAsync(account, with);
        await page.GotoAsync(path);
        await DrawnAsync(page);
        return page;
    }

    /// <summary>Waits until the page has its connection and every chart on it is drawn.</summary>
    protected static async Task DrawnAsync(IPage page) =>
        await page.WaitForFunctionAsync("() => document.querySelector('.overview') && !document.querySelector('.v-chart.waiting') && [...document.querySelectorAll('.v-chart canvas')].every(c => c.width > 0)");

    /// <summary>The big number of the n-th card.</summary>
    protected static ILocator Card(IPage page, int index) => page.Locator(".kpi .kn").Nth(index);

    /// <summary>The row of a committee in the table of subordinates.</summary>
    protected static ILocator Row(IPage page, string code) => page.Locator($"#tbl tbody tr:has(a[href^='/c/{code}'])");

    /// <summary>How the address of the page goes on after the host.</summary>
    protected static string PathOf(IPage page) => new Uri(page.Url).PathAndQuery;

    protected static Regex Ending(string path) => new(Regex.Escape(path) + "$");

    protected static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    protected static IPageAssertions Expect(IPage page) => Assertions.Expect(page);

    /// <summary>A number as it is written on a page in Vietnamese.</summary>
    protected static long NumberIn(string text) => long.Parse(Digits().Match(text).Value.Replace(".", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestState is { Result: TestResult.Failed })
        {
            await KeepAsync();
        }

        foreach (IBrowserContext window in _windows)
        {
            await window.DisposeAsync();
        }

        GC.SuppressFinalize(this);
        IReadOnlyList<string> faults = App.Faults.Take();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>Leaves what each window shows in <c>artifacts/failed</c> beside the built tests: what a test that failed cannot tell by itself.</summary>
    private async Task KeepAsync()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "artifacts", "failed", TestContext.Current.Test!.UniqueID[..12]);
        Directory.CreateDirectory(folder);
        foreach ((int i, IPage page) in _windows.SelectMany(window => window.Pages).Index())
        {
            try
            {
                await File.WriteAllTextAsync(Path.Combine(folder, $"{i}.html"), $"<!-- {TestContext.Current.Test.TestDisplayName}: {page.Url} -->\n{await page.ContentAsync()}");
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{i}.png") });
            }
            catch (PlaywrightException)
            {
                // It cannot even be looked at any more; the test says so itself.
            }
        }
    }

    [GeneratedRegex(@"\d[\d.]*")]
    private static partial Regex Digits();
}
