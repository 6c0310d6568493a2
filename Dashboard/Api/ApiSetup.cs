namespace Dashboard.Api;

/// <summary>What the HTTP API needs of the host.</summary>
public static class ApiSetup
{
    /// <summary>Adds problem details and the OpenAPI document.</summary>
    public static void AddApi(this WebApplicationBuilder builder)
    {
        builder.Services.AddProblemDetails();
        builder.Services.AddOpenApi("v1", options => options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true);
    }
}
