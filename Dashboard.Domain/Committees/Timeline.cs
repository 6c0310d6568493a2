using System.Collections.Immutable;

namespace Dashboard.Domain.Committees;

/// <summary>What follows from the committees and placements on each day, worked out when first asked for.</summary>
internal sealed class Timeline
{
    // A tree takes some 30 bytes a committee; few days are looked at again and again.
    private const int MostDays = 64;
    private readonly ImmutableArray<Node> _nodes;
    private readonly Epochs<int[]> _parents;
    private readonly Lazy<Epochs<DayView>> _days;

    public Timeline(ImmutableArray<Node> nodes)
    {
        _nodes = nodes;
        _parents = new Epochs<int[]>(Moves(), ParentsFrom);
        _days = new Lazy<Epochs<DayView>>(() => new Epochs<DayView>(Moves().Concat(Lives()), day => new DayView(_nodes, day), MostDays));
    }

    /// <summary>First days of the epochs between which no open committee moves.</summary>
    public IReadOnlyList<int> MoveDays => _parents.Starts;

    /// <summary>Every committee's parent, days outside its life counted as its first or last day.</summary>
    public int[] ParentsOn(int day) => _parents.On(day);

    public DayView On(int day) => _days.Value.On(day);

    /// <summary>Index of the epoch of <paramref name="day"/> between changes of any kind.</summary>
    public int EpochOf(int day) => _days.Value.IndexOf(day);

    /// <summary>
    /// Takes over the arrays that were worked out before <paramref name="moved"/> moved: untouched ones as they are, so
    /// that whoever holds one sees by its reference that nothing changed, others copied with one entry set.
    /// </summary>
    public void Inherit(Timeline before, int moved)
    {
        foreach (int start in _parents.Starts)
        {
            if (before._parents.Known(start) is not { } known)
            {
                continue;
            }

            int parent = _nodes[moved].ParentOn(start);
            if (known[moved] != parent)
            {
                known = [.. known];
                known[moved] = parent;
            }

            _parents.Put(start, known);
        }
    }

    private int[] ParentsFrom(int day)
    {
        int[] parents = new int[_nodes.Length];
        for (int n = 0; n < parents.Length; n++)
        {
            parents[n] = _nodes[n].ParentOn(day);
        }

        return parents;
    }

    private HashSet<int> Moves()
    {
        var days = new HashSet<int>();
        foreach (Node node in _nodes)
        {
            node.AddMovesTo(days);
        }

        return days;
    }

    private HashSet<int> Lives()
    {
        var days = new HashSet<int>();
        foreach (Node node in _nodes)
        {
            days.Add(node.First);
            if (node.Last < Node.LastDay)
            {
                days.Add(node.Last + 1);
            }
        }

        return days;
    }
}
