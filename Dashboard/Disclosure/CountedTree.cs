using System.Collections.Immutable;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;
using Dashboard.Live;

namespace Dashboard.Disclosure;

/// <summary>Who stands below whom where counts of a period are rolled up.</summary>
internal sealed class CountedTree
{
    private readonly LiveState _state;
    private readonly DateOnly _today;
    private readonly View _view;
    private readonly Period _period;
    private readonly ImmutableArray<int> _parents;
    private readonly Dictionary<int, int[]> _below = [];

    public CountedTree(IFigures figures, View view, Period period)
    {
        (_state, _today, _view, _period) = (figures.Now, figures.Today, view, period);
        _parents = view == View.Now ? _state.Hierarchy.ParentsNow(_today) : _state.Hierarchy.ParentsOn(period.End);
    }

    /// <summary>The committee directly above another; negative at a root.</summary>
    public int ParentOf(int committee) => _parents[committee];

    /// <summary>Those directly below: of today's structure the open ones, else all that lived in the period.</summary>
    public int[] Below(int committee)
    {
        if (!_below.TryGetValue(committee, out int[]? below))
        {
            _below.Add(committee, below = Read(committee));
        }

        return below;
    }

    /// <summary>Whether a committee has none below it and is itself on the sheet of the one above: all it has is told of there.</summary>
    public bool IsLeaf(int committee) => ParentOf(committee) is >= 0 and var parent && Below(committee).Length == 0 && Below(parent).Contains(committee);

    private int[] Read(int committee)
    {
        if (_view == View.Now)
        {
            Structure structure = _state.Hierarchy.On(_today);
            return structure.Contains(committee) ? structure.ChildrenOf(committee).ToArray() : [];
        }

        return [.. _state.Hierarchy.Committees
            .Where(c => _parents[c.Number] == committee && (c.OpenedOn is null || c.OpenedOn <= _period.End) && (c.ClosedOn is null || c.ClosedOn >= _period.Start))
            .Select(c => c.Number)];
    }

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
