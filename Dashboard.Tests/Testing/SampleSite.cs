using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Tests.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(SampleSite))]

namespace Dashboard.Tests.Testing;

/// <summary>One application with the sample data for all tests that ask it over HTTP; nobody writes into it.</summary>
public sealed class SampleSite : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dashboard-site-").FullName;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private DashboardApp? _app;

    /// <summary>The application, started when it is first asked for.</summary>
    public async Task<DashboardApp> AppAsync()
    {
        await _gate.WaitAsync();
        try
        {
            if (_app is null)
            {
                _app = new DashboardApp(_folder);
                await _app.StartAsync();
            }

            return _app;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>A client without cookies that follows no redirect.</summary>
    public async Task<HttpClient> VisitorAsync() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = (await AppAsync()).Address };

    /// <summary>A client of the API that shows a token of an account.</summary>
    public async Task<HttpClient> ApiAsync(string account, DateTime? expires = null)
    {
        HttpClient client = await VisitorAsync();
        client.DefaultRequestHeaders.Authorization = new("Bearer", await TokenOf(await AppAsync(), account, expires));
        return client;
    }

    /// <summary>A token of an account, registered at an application.</summary>
    public static async Task<string> TokenOf(DashboardApp app, string account, DateTime? expires)
    {
        string token = await app.Services.GetRequiredService<TokenRegister>().IssueAsync(account, account, "test", expires);
        await app.Services.GetRequiredService<AccessBook>().RefreshAsync(account);
        return token;
    }

    /// <summary>A client with the cookies of a signed-in account that follows no redirect.</summary>
    public async Task<HttpClient> SignedInAsync(string account) => await ClientOf(await AppAsync(), account);

    /// <summary>The same of another application.</summary>
    public static async Task<HttpClient> ClientOf(DashboardApp app, string account) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = await SampleVisitor.SignInAsync(app.Address, CancellationToken.None, account) }) { BaseAddress = app.Address };

    /// <summary>A folder with a copy of the data, for an application of a test's own; the test deletes it.</summary>
    public async Task<string> CopyOfDataAsync()
    {
        await AppAsync();
        string folder = Directory.CreateTempSubdirectory("dashboard-copy-").FullName;
        using var from = new SqliteConnection($"Data Source={Path.Combine(_folder, "dashboard.db")};Pooling=False");
        using var to = new SqliteConnection($"Data Source={Path.Combine(folder, "dashboard.db")};Pooling=False");
        from.Open();
        to.Open();
        from.BackupDatabase(to);
        return folder;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        _gate.Dispose();
        await Folders.DeleteAsync(_folder);
    }
}
