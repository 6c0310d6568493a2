using Dashboard.Data;

namespace Dashboard.SampleData;

/// <summary>What the host needs of the sample data.</summary>
public static class SampleSetup
{
    /// <summary>Adds the loader of the first start and the simulation of arriving figures.</summary>
    public static void AddSamples(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(new SampleChoice(builder.Configuration.GetValue("Dashboard:Sample", builder.Environment.IsDevelopment())));
        builder.Services.AddSingleton<SampleLoader>();
        builder.Services.AddSingleton<SimulationRunner>();
    }

    /// <summary>Brings the database up to date and fills an empty one where sample data are wanted: in development, or by <c>Dashboard__Sample</c>.</summary>
    public static async Task PrepareDatabaseAsync(this WebApplication app)
    {
        CancellationToken stopping = app.Lifetime.ApplicationStopping;
        // What it wrote later would come after the log's last anchor.
        stopping.Register(() => _ = app.Services.GetRequiredService<SimulationRunner>().TurnAsync(false));
        await app.Services.GetRequiredService<SqliteDatabase>().MigrateAsync(stopping);
        if (app.Services.GetRequiredService<SampleChoice>().IsWanted)
        {
            await app.Services.GetRequiredService<SampleLoader>().LoadIfEmptyAsync(stopping);
        }
    }
}
