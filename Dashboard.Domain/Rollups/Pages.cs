namespace Dashboard.Domain.Rollups;

/// <summary>How rows of committees are cut into pages.</summary>
internal static class Pages
{
    public const int Shift = 5;
    public const int Rows = 1 << Shift;
    public const int Mask = Rows - 1;
}
