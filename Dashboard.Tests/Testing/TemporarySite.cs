using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dashboard.Tests.Testing;

/// <summary>The application as its settings are, but with its data in a folder that is gone afterwards.</summary>
public sealed class TemporarySite : WebApplicationFactory<Program>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dashboard-site-").FullName;

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseSetting("Dashboard:Data", _folder).WithoutLimits()
        .ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(TestClock.Shared)));

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "dashboard.db")};Foreign Keys=True"))
        {
            SqliteConnection.ClearPool(connection);
        }

        await Folders.DeleteAsync(_folder);
    }
}
