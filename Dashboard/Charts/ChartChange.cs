using Dashboard.Live;

namespace Dashboard.Charts;

/// <summary>
/// The difference between two lists of rows: first <paramref name="Removed"/> rows leave at <paramref name="From"/> and
/// <paramref name="Added"/> take their place, then single cells are set.
/// </summary>
/// <param name="From">Index of the first row that leaves or comes.</param>
/// <param name="Removed">How many rows leave.</param>
/// <param name="Added">Rows that come.</param>
/// <param name="Cells">Row, column and value by turns, flat because that is the shortest to send.</param>
public sealed record ChartChange(int From, int Removed, IReadOnlyList<ValueList<object?>> Added, IReadOnlyList<object?> Cells)
{
    /// <summary>Whether rows come or go, not only cells.</summary>
    public bool MovesRows => Removed > 0 || Added.Count > 0;

    /// <summary>What turns <paramref name="before"/> into <paramref name="after"/>; null when they are equal.</summary>
    public static ChartChange? Between(ValueList<ValueList<object?>> before, ValueList<ValueList<object?>> after)
    {
        if (before.Equals(after))
        {
            return null;
        }

        bool sameShape = before.Count == after.Count && Enumerable.Range(0, before.Count).All(i => before[i].Count == after[i].Count);
        return sameShape ? new ChartChange(0, 0, [], ChangedCells(before, after)) : Splice(before, after);
    }

    /// <summary>The rows after this change, by the same steps as the script's.</summary>
    public ValueList<ValueList<object?>> ApplyTo(ValueList<ValueList<object?>> before)
    {
        List<object?[]> rows = [.. before.Select(row => row.ToArray())];
        rows.RemoveRange(From, Removed);
        rows.InsertRange(From, Added.Select(row => row.ToArray()));
        for (int i = 0; i < Cells.Count; i += 3)
        {
            rows[(int)Cells[i]!][(int)Cells[i + 1]!] = Cells[i + 2];
        }

        return rows.Select(row => row.ToValueList()).ToValueList();
    }

    private static List<object?> ChangedCells(ValueList<ValueList<object?>> before, ValueList<ValueList<object?>> after)
    {
        List<object?> cells = [];
        for (int row = 0; row < after.Count; row++)
        {
            if (ReferenceEquals(before[row], after[row]))
            {
                continue;
            }

            for (int column = 0; column < after[row].Count; column++)
            {
                if (!Equals(before[row][column], after[row][column]))
                {
                    cells.AddRange([row, column, after[row][column]]);
                }
            }
        }

        return cells;
    }

    private static ChartChange Splice(ValueList<ValueList<object?>> before, ValueList<ValueList<object?>> after)
    {
        int shorter = Math.Min(before.Count, after.Count);
        int head = 0;
        while (head < shorter && before[head].Equals(after[head]))
        {
            head++;
        }

        int tail = 0;
        while (tail < shorter - head && before[before.Count - 1 - tail].Equals(after[after.Count - 1 - tail]))
        {
            tail++;
        }

        return new ChartChange(head, before.Count - head - tail, [.. after.Skip(head).Take(after.Count - head - tail)], []);
    }
}
