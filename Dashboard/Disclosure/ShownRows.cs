using Dashboard.Domain.Committees;

namespace Dashboard.Disclosure;

/// <summary>A committee with those that are shown below it, and which of their counts are hidden because what they are made of is.</summary>
/// <param name="top">The committee.</param>
/// <param name="shown">The structure in which they are shown.</param>
internal sealed class ShownRows(int top, CountedTree shown)
{
    private readonly HashSet<int> _rows = [top, .. shown.Below(top)];
    private readonly HashSet<(int Committee, string Column)> _hidden = [];

    /// <summary>All that is hidden.</summary>
    public HiddenCounts Hidden => _hidden.Count == 0 ? HiddenCounts.None : new HiddenCounts(_hidden);

    /// <summary>Hides columns of every row.</summary>
    public void HideOfAll(IEnumerable<string> columns) => _hidden.UnionWith(columns.SelectMany(column => _rows.Append(HiddenCounts.Own).Select(row => (row, column))));

    /// <summary>Hides what is hidden of the rows where they stood.</summary>
    /// <param name="tree">Where they stood.</param>
    /// <param name="hiddenOf">What is hidden there of a committee and those below it.</param>
    public void Hide(CountedTree tree, Func<int, HiddenCounts> hiddenOf)
    {
        foreach (IGrouping<int, int> sheet in _rows.GroupBy(row => tree.ParentOf(row) is >= 0 and var parent ? parent : row))
        {
            var asked = sheet.ToHashSet();
            foreach ((int row, string column) in hiddenOf(sheet.Key).Cells.Where(cell => asked.Contains(cell.Committee)))
            {
                _hidden.Add((row, column));
                HideOwn(row != top && sheet.Key != top, column);
            }
        }

        foreach ((int row, string column) in hiddenOf(top).Cells)
        {
            HideOwn(!_rows.Contains(row), column);
        }
    }

    /// <summary>Hides all of those who have others below them on one day than on an earlier one: two numbers that differ by who moved say what the one who moved has.</summary>
    public void HideReorganised(Hierarchy hierarchy, DateOnly from, DateOnly to, IEnumerable<string> columns)
    {
        foreach (int row in _rows.Where(row => to > from && hierarchy.ReorganisedOn(row).Any(day => from < day && day <= to)))
        {
            HideWhole(row, columns);
        }
    }

    /// <summary>Hides all of those who hold others than where the counts were hidden: whose counts are carried by one committee there and stand elsewhere here.</summary>
    /// <param name="tree">Where they were hidden.</param>
    /// <param name="counted">Numbers of the committees that have any.</param>
    /// <param name="columns">The columns.</param>
    public void HideCarried(CountedTree tree, IEnumerable<int> counted, IEnumerable<string> columns)
    {
        int[] below = shown.Below(top);
        foreach (int committee in counted)
        {
            int[] here = [.. shown.PathOf(committee)], there = [.. tree.PathOf(committee)];
            foreach (int row in here.Except(there).Concat(there.Except(here)).Where(_rows.Contains))
            {
                HideWhole(row, columns);
            }

            // What is left of the total here is another rest than there.
            if (shown.BranchOf(committee, top, below) != tree.BranchOf(committee, top, below))
            {
                HideWhole(HiddenCounts.Own, columns);
            }
        }

        foreach (int row in _rows.Where(row => !tree.Shows(row)))
        {
            HideWhole(row, columns);
        }
    }

    private void HideWhole(int row, IEnumerable<string> columns)
    {
        _hidden.UnionWith(columns.Select(column => (row, column)));
        if (row == top)
        {
            _hidden.UnionWith(columns.Select(column => (HiddenCounts.Own, column)));
        }
    }

    // What those shown below leave of a total is less by who was not below then, and holds who was and is not shown.
    private void HideOwn(bool holdsHidden, string column)
    {
        if (holdsHidden)
        {
            _hidden.Add((HiddenCounts.Own, column));
        }
    }
}
