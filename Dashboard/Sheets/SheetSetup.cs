namespace Dashboard.Sheets;

/// <summary>What the host needs for the sheet.</summary>
public static class SheetSetup
{
    /// <summary>Adds what is done in it.</summary>
    public static void AddSheets(this WebApplicationBuilder builder) => builder.Services.AddSingleton<SheetDesk>();
}
