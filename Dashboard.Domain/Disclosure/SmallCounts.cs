namespace Dashboard.Domain.Disclosure;

/// <summary>
/// Hides small counts, and as many others as it takes that none of them can be worked out from what is shown. Deterministic, and
/// exact: in a table of one total row, with columns that hold others at most once, every count is in two sums at most, one over the
/// rows and one over the columns. The counts are then the edges of a network whose nodes are the sums, and a hidden count
/// cannot be worked out if and only if hidden counts can be changed by one around a cycle through it. Where counts are never more than
/// others, such a change leaves room between the two as they are; only where there is none, both are hidden instead.
/// </summary>
public static class SmallCounts
{
    /// <summary>The least threshold that hides anything safely: of a lone 1 that is known to be below 2 there is nothing to guess.</summary>
    public const int Least = 3;

    /// <summary>What is to be hidden of a table.</summary>
    /// <param name="table">The counts.</param>
    /// <param name="threshold">Counts above 0 and below it are small; 1 or less hides nothing, and 2 counts as <see cref="Least"/>.</param>
    /// <param name="before">
    /// What was hidden when the same table was shown before: it stays hidden, so that two tables tell no more than one. The caller keeps it.
    /// </param>
    public static HiddenCells Hide(CountTable table, int threshold, IReadOnlySet<Cell>? before = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (threshold <= 1)
        {
            return HiddenCells.None;
        }

        var network = new SumNetwork(table, Math.Max(threshold, Least));
        network.HideSmall();
        foreach (Cell cell in (before ?? new HashSet<Cell>()).Where(c => c.Row < table.Rows && c.Column < table.Columns))
        {
            network.Hide(cell);
        }

        var proofs = new Dictionary<Cell, IReadOnlyDictionary<Cell, int>>();
        List<Cell> open;
        // What is hidden on the way may be on no cycle yet.
        while ((open = [.. network.Hidden.Where(cell => !proofs.ContainsKey(cell)).OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)]).Count > 0)
        {
            foreach (Cell cell in open.Where(cell => !proofs.ContainsKey(cell)))
            {
                // All on the cycle are safe by it, also those that were hidden for it.
                IReadOnlyDictionary<Cell, int> cycle = network.Secure(cell);
                foreach (Cell on in cycle.Keys)
                {
                    proofs.TryAdd(on, cycle);
                }
            }
        }

        return new HiddenCells(network.Hidden.ToHashSet(), network.Small, proofs);
    }
}
