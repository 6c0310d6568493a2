using System.Text.Json;
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
        await Folders.DeleteAsync(Folder);
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
        Directory.CreateDirectory(Path.Combine(folder, "keys"));
        foreach (string key in Directory.EnumerateFiles(Path.Combine(Folder, "keys")))
        {
            File.Copy(key, Path.Combine(folder, "keys", Path.GetFileName(key)));
        }

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
            StorageState = account is null ? null : await SignedInAsync(account, address ?? App.Address),
        };
        with?.Invoke(options);
        IBrowserContext window = await Browser.NewContextAsync(options);
        window.SetDefaultTimeout(Patience);
        return window;
    }

    /// <summary>What the browser keeps of having signed in: a session of this window's own, since signing out ends it for every copy of its cookie.</summary>
    private static async Task<string> SignedInAsync(string account, Uri address)
    {
        using var client = await SignedInClient.CreateAsync(address, account);
        var cookies = client.Cookies.Select(cookie => new { name = cookie.Name, value = cookie.Value, domain = cookie.Domain, path = cookie.Path, expires = -1, httpOnly = cookie.HttpOnly, secure = cookie.Secure, sameSite = "Lax" });
        return JsonSerializer.Serialize(new { cookies, origins = Array.Empty<string>() });
    }
}
