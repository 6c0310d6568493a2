namespace Dashboard.Overview;

/// <summary>What a row of the table shows.</summary>
/// <param name="Row">The committee.</param>
/// <param name="Scale">What the longest bar stands for; round, so that a small change does not draw every row anew.</param>
public readonly record struct RowPart(SubordinateRow Row, long Scale)
{
    /// <summary>The next number of one significant digit and a half (1, 1.5, 2, 3 …) that is not below <paramref name="largest"/>.</summary>
    public static long ScaleFor(long largest)
    {
        long step = 10;
        while (step < largest / 10)
        {
            step *= 10;
        }

        return Math.Max(step, (largest + step - 1) / step * step);
    }
}
