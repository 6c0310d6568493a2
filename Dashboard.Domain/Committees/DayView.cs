using System.Collections.Immutable;

namespace Dashboard.Domain.Committees;

/// <summary>Today's structure seen from one day: the open tree, and where figures of closed committees are carried.</summary>
internal sealed class DayView
{
    private readonly ImmutableArray<Node> _nodes;
    private readonly int _day;
    private readonly Lazy<Structure> _structure;
    private readonly Lazy<int[]> _parents;
    private readonly Lazy<int[]> _carriers;
    private readonly Lazy<ILookup<int, int>> _carried;

    public DayView(ImmutableArray<Node> nodes, int day)
    {
        _nodes = nodes;
        _day = day;
        _structure = new Lazy<Structure>(() => new Structure(nodes, day));
        _parents = new Lazy<int[]>(() => [.. Enumerable.Range(0, nodes.Length).Select(ParentOf)]);
        _carriers = new Lazy<int[]>(() => [.. Enumerable.Range(0, nodes.Length).Select(CarrierOf)]);
        _carried = new Lazy<ILookup<int, int>>(() => Enumerable.Range(0, nodes.Length).Where(n => _carriers.Value[n] != n).ToLookup(n => _carriers.Value[n]));
    }

    public Structure Structure => _structure.Value;

    /// <summary>Closed committees hang under their principal successor, or under their last parent.</summary>
    public int[] Parents => _parents.Value;

    /// <summary>Who carries each committee's figures: itself when it is not closed.</summary>
    public int[] Carriers => _carriers.Value;

    public ILookup<int, int> Carried => _carried.Value;

    private int ParentOf(int number)
    {
        Node node = _nodes[number];
        return node.Last < _day && node.Principal >= 0 ? node.Principal : node.ParentOn(_day);
    }

    private int CarrierOf(int number)
    {
        int carrier = number;
        while (_nodes[carrier].Last < _day && Parents[carrier] is >= 0 and var next)
        {
            carrier = next;
        }

        return carrier;
    }
}
