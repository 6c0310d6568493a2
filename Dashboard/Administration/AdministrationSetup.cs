using Dashboard.Exchange;

namespace Dashboard.Administration;

/// <summary>What the host needs of the administrators' pages.</summary>
public static class AdministrationSetup
{
    /// <summary>Adds what takes files in, and what shows the log.</summary>
    public static void AddAdministration(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<FileImport>();
        builder.Services.AddSingleton<UploadFolder>();
        builder.Services.AddSingleton<LogDesk>();
        builder.Services.AddSingleton<LogExport>();
    }

    /// <summary>Maps the forms that are no pages.</summary>
    public static void MapAdministration(this IEndpointRouteBuilder routes) => LogExport.Map(routes);
}
