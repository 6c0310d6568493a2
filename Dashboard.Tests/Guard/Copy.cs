using Dashboard.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Guard;

/// <summary>An application of a test's own on a copy of the sample data, set as the test wants it.</summary>
internal sealed class Copy : IAsyncDisposable
{
    private readonly string _folder;

    private Copy(string folder, DashboardApp app) => (_folder, App) = (folder, app);

    public DashboardApp App { get; }

    public static Task<Copy> OfAsync(SampleSite site, params (string Key, string Value)[] settings) => OfAsync(site, "Development", settings);

    public static Task<Copy> OfAsync(SampleSite site, string environment, params (string Key, string Value)[] settings) => OfAsync(site, environment, _ => { }, keepsAll: false, settings);

    public static Task<Copy> OfAsync(SampleSite site, string environment, Action<IServiceCollection> with, params (string Key, string Value)[] settings) => OfAsync(site, environment, with, keepsAll: false, settings);

    public static async Task<Copy> OfAsync(SampleSite site, string environment, Action<IServiceCollection> with, bool keepsAll, params (string Key, string Value)[] settings)
    {
        string folder = await site.CopyOfDataAsync();
        var copy = new Copy(folder, new DashboardApp(folder, environment: environment, settings: settings) { With = with });
        copy.App.Faults.KeepsAll = keepsAll;
        await copy.App.StartAsync();
        return copy;
    }

    /// <summary>What stands in all tables, in short.</summary>
    public string Content => TableDump.HashOf($"Data Source={Path.Combine(_folder, "dashboard.db")};Pooling=False");

    /// <summary>A client without cookies that follows no redirect.</summary>
    public HttpClient Visitor() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = App.Address };

    /// <summary>A client with the cookies of a signed-in account.</summary>
    public Task<HttpClient> SignedInAsync(string account) => SampleSite.ClientOf(App, account);

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Folders.DeleteAsync(_folder);
    }
}
