namespace Dashboard.Charts;

/// <summary>What a chart's downloads are called and hold.</summary>
/// <param name="FileName">Name without extension; says committee and period.</param>
/// <param name="Source">One line drawn under the picture and written above nothing else: where the numbers come from, and of when.</param>
/// <param name="Lines">The table as lines of cells, the head first; asked for only when it is downloaded.</param>
public sealed record ChartExport(string FileName, string Source, Func<IEnumerable<IReadOnlyList<string>>> Lines)
{
    /// <summary>Hands out the same for circulation, as <c>csv</c> or <c>png</c>; null where it is for nobody else.</summary>
    public Func<string, Task<CirculatedChart>>? Circulate { get; init; }
}
