using System.Collections.Concurrent;
using Dashboard.Tests.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace Dashboard.Tests.Browser;

/// <summary>One application with the sample data and one browser for all browser tests; started once, both headless and on the loopback.</summary>
public sealed class BrowserStage : IAsyncLifetime
{
    /// <summary>Long enough for a busy machine; what must be quick says so itself.</summary>
    public const float Patience = 20_000;

    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-lcd-text", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly ConcurrentDictionary<string, string> _signedIn = new();
    private IPlaywright _playwright = null!;

    public string Folder { get; } = Directory.CreateTempSubdirectory("dashboard-browser-").FullName;

    public DashboardApp App { get; private set; } = null!;

    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App = new DashboardApp(Folder);
        await App.StartAsync();
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = await InstalledBrowser.FindOrFetchAsync(), Args = Flags });
        Assertions.SetDefaultExpectTimeout(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
        await App.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>A folder with a copy of the data, for an application of a test's own; the test deletes it.</summary>
    public string CopyOfData()
    {
        string folder = Directory.CreateTempSubdirectory("dashboard-copy-").FullName;
        using var from = new SqliteConnection($"Data Source={Path.Combine(Folder, "dashboard.db")};Pooling=False");
        using var to = new SqliteConnection($"Data Source={Path.Combine(folder, "dashboard.db")};Pooling=False");
        from.Open();
        to.Open();
        from.BackupDatabase(to);
        return folder;
    }

    /// <summary>A browser window of its own: its own cookies, its own storage; signed in unless <paramref name="account"/> is null.</summary>
    public async Task<IBrowserContext> WindowAsync(string? account, Action<BrowserNewContextOptions>? with = null, Uri? address = null)
    {
        var options = new BrowserNewContextOptions
        {
            BaseURL = (address ?? App.Address).ToString(),
            Locale = "vi-VN",
            ViewportSize = new() { Width = 1440, Height = 900 },
            StorageState = account is null ? null : await SignedInAsync(account),
        };
        with?.Invoke(options);
        IBrowserContext window = await Browser.NewContextAsync(options);
        window.SetDefaultTimeout(Patience);
        return window;
    }

    /// <summary>Signing in takes a page each time, its cookie can be had again for nothing. Cookies know no port.</summary>
    private async Task<string> SignedInAsync(string account)
    {
        if (_signedIn.TryGetValue(account, out string? known))
        {
            return known;
        }

        await using IBrowserContext window = await WindowAsync(null, options => options.JavaScriptEnabled = false);
        IPage page = await window.NewPageAsync();
        await page.GotoAsync("/sign-in?back=/not-found");
        await page.Locator($"button[value={account}]").ClickAsync();
        return _signedIn[account] = await window.StorageStateAsync();
    }
}
