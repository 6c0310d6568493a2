namespace Dashboard.Directives;

/// <summary>What the host needs for directives.</summary>
public static class DirectiveSetup
{
    /// <summary>Adds what records them.</summary>
    public static void AddDirectives(this WebApplicationBuilder builder) => builder.Services.AddSingleton<DirectiveDesk>();
}
