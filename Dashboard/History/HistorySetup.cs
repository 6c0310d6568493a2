namespace Dashboard.History;

/// <summary>What the host needs for the history of committees.</summary>
public static class HistorySetup
{
    /// <summary>Adds what reads it.</summary>
    public static void AddHistory(this WebApplicationBuilder builder) => builder.Services.AddSingleton<HistoryDesk>();
}
