namespace Dashboard.Since;

/// <summary>What the host needs to tell what changed between two moments.</summary>
public static class SinceSetup
{
    /// <summary>Adds what reads the changes.</summary>
    public static void AddSince(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SinceDesk>();
        builder.Services.AddSingleton<SinceExport>();
        builder.Services.AddScoped<ChangeFiles>();
    }

    /// <summary>Maps the form that is no page.</summary>
    public static void MapSince(this IEndpointRouteBuilder routes) => SinceExport.Map(routes);
}
