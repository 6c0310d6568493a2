using Dashboard.Committees;
using Dashboard.Domain.Committees;

namespace Dashboard.Tree;

/// <summary>What a search leaves of a tree: the committees found, each under those above it.</summary>
public static class FoundRows
{
    /// <summary>Rows of what was found, in the order of the tree.</summary>
    /// <param name="structure">The tree.</param>
    /// <param name="found">What the search found; those that are closed have no place in the tree.</param>
    public static List<TreeRow> Of(Structure structure, IEnumerable<CommitteeMatch> found)
    {
        var below = new SortedDictionary<int, SortedSet<int>>();
        foreach (CommitteeMatch match in found.Where(m => structure.Contains(m.Committee.Number)))
        {
            int above = -1;
            foreach (int number in match.Path.Select(p => p.Number).Append(match.Committee.Number))
            {
                // Numbers are given in the order of registration, which is the order of siblings.
                (below.TryGetValue(above, out SortedSet<int>? siblings) ? siblings : below[above] = []).Add(number);
                above = number;
            }
        }

        var rows = new List<TreeRow>();
        List(-1, 1, below, rows);
        return rows;
    }

    private static void List(int above, int level, SortedDictionary<int, SortedSet<int>> below, List<TreeRow> rows)
    {
        if (!below.TryGetValue(above, out SortedSet<int>? siblings))
        {
            return;
        }

        int place = 0;
        foreach (int number in siblings)
        {
            rows.Add(new TreeRow(number, level, ++place, siblings.Count, below.ContainsKey(number) ? TreeRowKind.Opened : TreeRowKind.Leaf));
            List(number, level + 1, below, rows);
        }
    }
}
