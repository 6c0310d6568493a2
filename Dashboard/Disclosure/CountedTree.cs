using System.Collections.Immutable;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;
using Dashboard.Live;

namespace Dashboard.Disclosure;

/// <summary>Who stands below whom where counts are rolled up.</summary>
internal sealed class CountedTree
{
    private readonly ImmutableArray<int> _parents;
    private readonly Func<int, int[]> _read;
    private readonly Dictionary<int, int[]> _below = [];

    private CountedTree(DateOnly day, ImmutableArray<int> parents, Func<int, int[]> read) => (Day, _parents, _read) = (day, parents, read);

    /// <summary>The day whose structure it is.</summary>
    public DateOnly Day { get; }

    /// <summary>Where a view rolls up a period.</summary>
    public static CountedTree Of(IFigures figures, View view, Period period) => view == View.Now ? On(figures, figures.Today) : Then(figures, period);

    /// <summary>The structure of a period's last day, with all that lived in the period.</summary>
    public static CountedTree Then(IFigures figures, Period period)
    {
        Hierarchy hierarchy = figures.Now.Hierarchy;
        ImmutableArray<int> parents = hierarchy.ParentsOn(period.End);
        return new CountedTree(period.End, parents, top =>
        [
            .. hierarchy.Committees
                .Where(c => parents[c.Number] == top && (c.OpenedOn is null || c.OpenedOn <= period.End) && (c.ClosedOn is null || c.ClosedOn >= period.Start))
                .Select(c => c.Number),
        ]);
    }

    /// <summary>The structure of a day, with the committees that are open on it; what closed ones had is carried by others.</summary>
    public static CountedTree On(IFigures figures, DateOnly day)
    {
        Hierarchy hierarchy = figures.Now.Hierarchy;
        Structure structure = hierarchy.On(day);
        return new CountedTree(day, hierarchy.ParentsNow(day), top => structure.Contains(top) ? structure.ChildrenOf(top).ToArray() : []);
    }

    /// <summary>The committee directly above another; negative at a root.</summary>
    public int ParentOf(int committee) => _parents[committee];

    /// <summary>Those directly below.</summary>
    public int[] Below(int committee)
    {
        if (!_below.TryGetValue(committee, out int[]? below))
        {
            _below.Add(committee, below = _read(committee));
        }

        return below;
    }

    /// <summary>Whether a committee's counts stand on a sheet: it is a root, or among those below the one above it.</summary>
    public bool Shows(int committee) => ParentOf(committee) is not (>= 0 and var parent) || Below(parent).Contains(committee);

    /// <summary>A committee and all above it.</summary>
    public IEnumerable<int> PathOf(int committee)
    {
        for (int at = committee; at >= 0; at = _parents[at])
        {
            yield return at;
        }
    }

    /// <summary>Whether a committee has none below it and is itself on the sheet of the one above: all it has is told of there.</summary>
    public bool IsLeaf(int committee) => ParentOf(committee) is >= 0 and var parent && Below(committee).Length == 0 && Below(parent).Contains(committee);

    /// <summary>Which of <paramref name="below"/> a committee is or stands under: its index, their number for the top's own, −1 elsewhere.</summary>
    public int BranchOf(int committee, int top, int[] below)
    {
        for (int at = committee; at >= 0; at = _parents[at])
        {
            if (at == top)
            {
                return below.Length;
            }

            int branch = Array.IndexOf(below, at);
            if (branch >= 0)
            {
                return branch;
            }
        }

        return -1;
    }
}
