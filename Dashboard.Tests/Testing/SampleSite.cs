using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Tests.Testing;
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
        DashboardApp app = await AppAsync();
        string token = await app.Services.GetRequiredService<TokenRegister>().IssueAsync(account, account, "test", expires);
        await app.Services.GetRequiredService<AccessBook>().RefreshAsync(account);
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        _gate.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
