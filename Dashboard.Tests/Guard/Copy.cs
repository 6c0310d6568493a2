using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Guard;

/// <summary>An application of a test's own on a copy of the sample data, set as the test wants it.</summary>
internal sealed class Copy : IAsyncDisposable
{
    private readonly string _folder;

    private Copy(string folder, DashboardApp app) => (_folder, App) = (folder, app);

    public DashboardApp App { get; }

    public static Task<Copy> OfAsync(SampleSite site, params (string Key, string Value)[] settings) => OfAsync(site, "Development", settings);

    public static async Task<Copy> OfAsync(SampleSite site, string environment, params (string Key, string Value)[] settings)
    {
        string folder = await site.CopyOfDataAsync();
        var copy = new Copy(folder, new DashboardApp(folder, environment: environment, settings: settings));
        await copy.App.StartAsync();
        return copy;
    }

    /// <summary>A client without cookies that follows no redirect.</summary>
    public HttpClient Visitor() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = App.Address };

    /// <summary>A client with the cookies of a signed-in account.</summary>
    public Task<HttpClient> SignedInAsync(string account) => SampleSite.ClientOf(App, account);

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
