using Dashboard.Live;

namespace Dashboard.Figures;

/// <summary>What the figures' page needs of the host.</summary>
public static class FigureSetup
{
    /// <summary>Adds reading pivots, and writing notes at figures.</summary>
    public static void AddFigures(this WebApplicationBuilder builder)
    {
        builder.Services.AddReader<PivotBoard>();
        builder.Services.AddSingleton<FigureNoteDesk>();
        builder.Services.AddScoped<PivotFiles>();
    }
}
