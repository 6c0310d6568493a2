using Dashboard.Domain.Committees;

namespace Dashboard.Tree;

/// <summary>
/// A tree of committees as the flat list of its open rows, of which a page draws the few in sight: what is not open costs
/// nothing, however large the tree. Of a large group the first are listed, and a row for the rest.
/// </summary>
/// <param name="structure">The tree.</param>
/// <param name="roots">Where it begins, by number.</param>
public sealed class OpenRows(Structure structure, IReadOnlyList<int> roots)
{
    /// <summary>How many of a group are listed before it is asked for whole.</summary>
    public const int GroupLength = 50;

    // A few more at the end are not worth a row that stands for them.
    private const int Slack = 5;

    private readonly HashSet<int> _opened = [];
    private readonly HashSet<int> _whole = [];
    private List<TreeRow>? _rows;

    /// <summary>The rows, from top to bottom.</summary>
    public IReadOnlyList<TreeRow> Rows => _rows ??= Listed();

    /// <summary>Committees whose subordinates are asked for, in sight or not.</summary>
    public IReadOnlyCollection<int> Opened => _opened;

    /// <summary>The same rows of another structure, as far as they are there.</summary>
    public OpenRows In(Structure other, IReadOnlyList<int> tops)
    {
        var rows = new OpenRows(other, tops);
        rows._opened.UnionWith(_opened);
        rows._whole.UnionWith(_whole);
        return rows;
    }

    /// <summary>Opens what is closed and closes what is open; lists all of a group for the row that stands for its rest.</summary>
    public void Toggle(TreeRow row)
    {
        _ = row.Kind switch
        {
            TreeRowKind.More => _whole.Add(row.Number),
            TreeRowKind.Opened => _opened.Remove(row.Number),
            TreeRowKind.Closed => _opened.Add(row.Number),
            _ => false,
        };
        _rows = null;
    }

    /// <summary>Opens these committees.</summary>
    public void Open(IEnumerable<int> committees)
    {
        _opened.UnionWith(committees);
        _rows = null;
    }

    /// <summary>Opens all that stands above a committee, so that it has a row.</summary>
    public void Reveal(int committee)
    {
        if (!structure.Contains(committee))
        {
            return;
        }

        int below = committee;
        for (int above = structure.ParentOf(committee); above >= 0; above = structure.ParentOf(above))
        {
            _opened.Add(above);
            if (structure.ChildrenOf(above).IndexOf(below) >= GroupLength)
            {
                _whole.Add(above);
            }

            below = above;
        }

        _rows = null;
    }

    /// <summary>Where a committee stands; negative when it has no row.</summary>
    public int IndexOf(int committee)
    {
        for (int index = 0; index < Rows.Count; index++)
        {
            if (Rows[index].Number == committee && Rows[index].Kind != TreeRowKind.More)
            {
                return index;
            }
        }

        return -1;
    }

    private List<TreeRow> Listed()
    {
        var rows = new List<TreeRow>();
        for (int at = 0; at < roots.Count; at++)
        {
            List(roots[at], 1, at + 1, roots.Count, rows);
        }

        return rows;
    }

    private void List(int committee, int level, int place, int siblings, List<TreeRow> rows)
    {
        ReadOnlySpan<int> children = structure.ChildrenOf(committee);
        bool isOpen = children.Length > 0 && _opened.Contains(committee);
        rows.Add(new TreeRow(committee, level, place, siblings, children.Length == 0 ? TreeRowKind.Leaf : isOpen ? TreeRowKind.Opened : TreeRowKind.Closed));
        if (!isOpen)
        {
            return;
        }

        int shown = children.Length <= GroupLength + Slack || _whole.Contains(committee) ? children.Length : GroupLength;
        for (int at = 0; at < shown; at++)
        {
            List(children[at], level + 1, at + 1, children.Length, rows);
        }

        if (shown < children.Length)
        {
            rows.Add(new TreeRow(committee, level + 1, shown + 1, children.Length, TreeRowKind.More));
        }
    }
}
