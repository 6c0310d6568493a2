namespace Dashboard.Charts;

/// <summary>A chart for those whose work it is not: what its files hold that are passed on.</summary>
public sealed record CirculatedChart
{
    /// <summary>Name without extension; says for whom it is.</summary>
    public required string FileName { get; init; }

    /// <summary>For whom it is, and what is not in it: the first line of the table, the last of the picture.</summary>
    public required string Notice { get; init; }

    /// <summary>The table as lines of cells, the head first.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Lines { get; init; }

    /// <summary>What is drawn instead of what the page shows; null where there is no picture to take.</summary>
    public CirculatedPicture? Picture { get; init; }
}

/// <summary>A chart that is drawn for its picture alone.</summary>
/// <param name="Kind">Which drawing the script makes.</param>
/// <param name="Data">What is drawn.</param>
/// <param name="Height">Height in pixels; null for that of the chart on the page.</param>
/// <param name="Title">What is shown.</param>
/// <param name="Subtitle">What exactly, and of when.</param>
/// <param name="Source">Where the numbers come from, and of when.</param>
public sealed record CirculatedPicture(string Kind, ChartData Data, int? Height, string Title, string Subtitle, string Source);
