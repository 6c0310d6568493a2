namespace Dashboard.Lapses;

/// <summary>What the host needs for the register of lapses.</summary>
public static class LapseSetup
{
    /// <summary>Adds who may write lapses, and writing them.</summary>
    public static void AddLapses(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<LapseRights>();
        builder.Services.AddSingleton<LapseDesk>();
    }
}
