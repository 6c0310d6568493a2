using Dashboard.Data;
using Dashboard.Live;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dashboard.Tests.Testing;

/// <summary>The whole application on a port of its own, with its data in a given folder; its clock is that of the tests.</summary>
public sealed class DashboardApp : WebApplicationFactory<Program>
{
    private readonly string _folder;
    private readonly string _environment;
    private readonly bool _isSample;

    /// <param name="folder">Where the database lies; made when it is not there.</param>
    /// <param name="port">Port on the loopback; 0 for any.</param>
    /// <param name="environment">Name of the hosting environment.</param>
    /// <param name="isSample">Whether an empty database is filled with the sample data.</param>
    /// <param name="settings">What is set otherwise than for all tests.</param>
    public DashboardApp(string folder, int port = 0, string environment = "Development", bool isSample = true, params (string Key, string Value)[] settings)
    {
        (_folder, _environment, _isSample) = (folder, environment, isSample);
        foreach ((string key, string value) in settings)
        {
            Settings[key] = value;
        }

        UseKestrel(port);
    }

    /// <summary>Further settings, by the time it starts.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <summary>What a test puts in the place of the application's own parts.</summary>
    public Action<IServiceCollection> With { get; init; } = _ => { };

    /// <summary>What the server reported as gone wrong since it was last asked.</summary>
    public FaultLog Faults { get; } = new();

    /// <summary>Where all that the server logs is kept as well, of the level that its settings choose; null for nowhere.</summary>
    public WholeLog? Everything { get; init; }

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
        builder.UseSetting("Dashboard:Sample", _isSample ? "true" : "false");
        builder.WithoutLimits();
        foreach ((string key, string value) in Settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureLogging(logging =>
        {
            logging.ClearProviders().AddProvider(Faults).SetMinimumLevel(Faults.KeepsAll ? LogLevel.Trace : LogLevel.Warning);
            if (Everything is not null)
            {
                logging.AddProvider(Everything);
            }
        });
        builder.ConfigureTestServices(services =>
        {
            ReleasedHost.Prepare(services);
            With(services);
        });
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        // As the application names it: otherwise it is another pool, and this one's connections stay open.
        using var connection = new SqliteConnection(new SqliteDatabase($"Data Source={Path.Combine(_folder, "dashboard.db")}").ConnectionString);
        SqliteConnection.ClearPool(connection);
    }
}
