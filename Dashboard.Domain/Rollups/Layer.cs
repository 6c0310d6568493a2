namespace Dashboard.Domain.Rollups;

/// <summary>
/// Totals of the figures that count for one period beyond those of the periods it is derived from, and that roll up
/// through the tree of one day.
/// </summary>
internal sealed class Layer(DateOnly day, int[] parents, int width)
{
    public DateOnly Day { get; } = day;

    /// <summary>The tree of that day.</summary>
    public int[] Parents { get; set; } = parents;

    public Plane<Sums> Values { get; } = new(width);

    /// <summary>How many figures make up the value; less than none where a correction takes figures off.</summary>
    public Plane<Counts> Parts { get; } = new(width);

    /// <summary>Denominators, precision and standing; null where no figure has any.</summary>
    public Remarks? Remarks { get; private set; }

    public IEnumerable<IPlane> Planes => [Values, Parts, .. Remarks?.Planes ?? []];

    public void Add(Ancestors ancestors, int indicator, in Amounts amounts)
    {
        Values.Add(ancestors, indicator, amounts.Value);
        Parts.Add(ancestors, indicator, amounts.Parts);
        if ((amounts.OutOf | (long)amounts.WithOutOf | (long)amounts.MoreThan | (long)amounts.About | amounts.Provisional | (long)amounts.Provisionals | (long)amounts.Revised) != 0)
        {
            Remarks ??= new Remarks(width);
            Remarks.Add(ancestors, indicator, amounts);
        }
    }
}
