using Dashboard.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;

namespace Dashboard.Tests.Testing;

/// <summary>The application as its settings are, but with its data in a folder that is gone afterwards.</summary>
public sealed class TemporarySite : WebApplicationFactory<Program>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dashboard-site-").FullName;

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseSetting("Dashboard:Data", _folder).WithoutLimits()
        .ConfigureTestServices(ReleasedHost.Prepare);

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        using (var connection = new SqliteConnection(new SqliteDatabase($"Data Source={Path.Combine(_folder, "dashboard.db")}").ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        await Folders.DeleteAsync(_folder);
    }
}
