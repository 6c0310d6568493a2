namespace Dashboard.Domain.Rollups;

/// <summary>
/// How rows of committees lie on pages: in tiles of eight rows, and in a tile the eight numbers of one indicator side by
/// side. One line of memory then serves eight siblings, and the row of one committee is still close together.
/// </summary>
internal static class Pages
{
    public const int Shift = 7;
    public const int Rows = 1 << Shift;

    /// <summary>From the number of one indicator to that of the next in the same row.</summary>
    public const int TileShift = 3;

    public static int At(int committee, int indicator, int width) =>
        unchecked((((((committee & (Rows - 1)) >> TileShift) * width) + indicator) << TileShift) + (committee & ((1 << TileShift) - 1)));
}
