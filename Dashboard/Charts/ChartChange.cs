using Dashboard.Live;

namespace Dashboard.Charts;

/// <summary>The difference between two lists of rows: single cells, or all rows where rows come, go or have other cells.</summary>
/// <param name="Rows">All rows; null when only cells changed.</param>
/// <param name="Cells">Cells that changed.</param>
public sealed record ChartChange(ValueList<ValueList<object?>>? Rows, IReadOnlyList<(int Row, int Column, object? Value)> Cells)
{
    /// <summary>
    /// What turns <paramref name="before"/> into <paramref name="after"/>; null when they are equal. Applied to
    /// <paramref name="after"/> it changes nothing.
    /// </summary>
    public static ChartChange? Between(ValueList<ValueList<object?>> before, ValueList<ValueList<object?>> after)
    {
        if (before.Equals(after))
        {
            return null;
        }

        bool sameShape = before.Count == after.Count && Enumerable.Range(0, before.Count).All(i => before[i].Count == after[i].Count);
        return sameShape ? new ChartChange(null, ChangedCells(before, after)) : new ChartChange(after, []);
    }

    /// <summary>The rows after this change, by the same steps as the script's.</summary>
    public ValueList<ValueList<object?>> ApplyTo(ValueList<ValueList<object?>> before)
    {
        object?[][] rows = [.. (Rows ?? before).Select(row => row.ToArray())];
        foreach ((int row, int column, object? value) in Cells)
        {
            rows[row][column] = value;
        }

        return rows.Select(row => row.ToValueList()).ToValueList();
    }

    private static List<(int, int, object?)> ChangedCells(ValueList<ValueList<object?>> before, ValueList<ValueList<object?>> after)
    {
        List<(int, int, object?)> cells = [];
        for (int row = 0; row < after.Count; row++)
        {
            for (int column = 0; column < after[row].Count; column++)
            {
                if (!Equals(before[row][column], after[row][column]))
                {
                    cells.Add((row, column, after[row][column]));
                }
            }
        }

        return cells;
    }
}
