using Dashboard.Data;
using Dashboard.Live;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Dashboard.Tests.Testing;

/// <summary>The whole application on a port of its own, with its data in a given folder; its clock starts on 2026-11-23, 09:00 in Vietnam.</summary>
public sealed class DashboardApp : WebApplicationFactory<Program>
{
    private readonly string _folder;
    private readonly string _environment;

    /// <param name="folder">Where the database lies; a missing one is made and filled with the sample data.</param>
    /// <param name="port">Port on the loopback; 0 for any.</param>
    /// <param name="environment">Name of the hosting environment.</param>
    public DashboardApp(string folder, int port = 0, string environment = "Development")
    {
        _folder = folder;
        _environment = environment;
        UseKestrel(port);
    }

    /// <summary>Where it is served, without a slash at the end.</summary>
    public Uri Address => new UriBuilder(ClientOptions.BaseAddress) { Host = "127.0.0.1" }.Uri;

    /// <summary>What holds now.</summary>
    public LiveFigures Figures => Services.GetRequiredService<LiveFigures>();

    /// <summary>Where figures are stated.</summary>
    public FigureLedger Ledger => Services.GetRequiredService<FigureLedger>();

    /// <summary>Starts the server and waits for the figures.</summary>
    public async Task StartAsync()
    {
        StartServer();
        await Figures.Ready;
    }

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(_environment);
        builder.UseSetting("Dashboard:Data", _folder);
        builder.UseSetting("Dashboard:Sample", "true");
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new SampleClock())));
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "dashboard.db")}");
        SqliteConnection.ClearPool(connection);
    }

    private sealed class SampleClock : TimeProvider
    {
        private readonly long _start = System.GetTimestamp();

        public override DateTimeOffset GetUtcNow() => new DateTimeOffset(SampleDatabase.Today.ToDateTime(new TimeOnly(2, 0)), TimeSpan.Zero) + System.GetElapsedTime(_start);
    }
}
