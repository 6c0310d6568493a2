using Dashboard.Live;

namespace Dashboard.Overview;

/// <summary>What the overview needs of the host.</summary>
public static class OverviewSetup
{
    /// <summary>Adds the board that computes each overview, and what draws it, once for all its readers.</summary>
    public static void AddOverview(this WebApplicationBuilder builder)
    {
        builder.Services.AddReader<OverviewBoard>();
        builder.Services.AddSingleton<OverviewDrawings>();
        builder.Services.AddScoped<CommitteeFiles>();
    }
}
