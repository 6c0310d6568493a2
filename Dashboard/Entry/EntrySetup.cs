namespace Dashboard.Entry;

/// <summary>What the host needs for the entry page.</summary>
public static class EntrySetup
{
    /// <summary>Adds what the page works with.</summary>
    public static void AddEntry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<EntryDesk>();
        builder.Services.AddSingleton<GroundReader>();
        builder.Services.AddSingleton<VersionReader>();
    }
}
