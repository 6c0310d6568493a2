using System.Collections.Immutable;

namespace Dashboard.Domain.Committees;

/// <summary>
/// The tree of the committees open on a day. Numbers are those of the <see cref="Hierarchy"/>; children stand in the
/// order in which they were registered. A committee not open that day is not in it: asking for its place throws
/// <see cref="ArgumentOutOfRangeException"/>.
/// </summary>
public sealed class Structure
{
    private const int Absent = -2;
    private readonly int[] _parents;
    private readonly int[] _childStarts;
    private readonly int[] _children;
    private readonly int[] _preorder;
    private readonly int[] _positions;
    private readonly int[] _sizes;

    internal Structure(ImmutableArray<Node> nodes, int day)
    {
        _parents = new int[nodes.Length];
        for (int n = 0; n < nodes.Length; n++)
        {
            _parents[n] = nodes[n].IsOpenOn(day) ? nodes[n].ParentOn(day) : Absent;
        }

        (_childStarts, _children) = ChildrenByParent(_parents);
        Roots = [.. Enumerable.Range(0, nodes.Length).Where(n => _parents[n] == Node.NoParent)];
        _positions = new int[nodes.Length];
        _sizes = new int[nodes.Length];
        _preorder = Walk();
    }

    /// <summary>How many committees are open.</summary>
    public int Count => _preorder.Length;

    /// <summary>Committees without a parent.</summary>
    public IReadOnlyList<int> Roots { get; }

    /// <summary>All open committees, each before its children.</summary>
    public IReadOnlyList<int> Preorder => _preorder;

    /// <summary>Whether the committee is open that day.</summary>
    public bool Contains(int committee) => (uint)committee < (uint)_parents.Length && _parents[committee] != Absent;

    /// <summary>The committee directly above; -1 for a root.</summary>
    public int ParentOf(int committee) => _parents[Known(committee)];

    /// <summary>The committees directly below.</summary>
    public ReadOnlySpan<int> ChildrenOf(int committee)
    {
        Known(committee);
        return _children.AsSpan(_childStarts[committee].._childStarts[committee + 1]);
    }

    /// <summary>From the root down to the committee itself.</summary>
    public IReadOnlyList<int> PathOf(int committee)
    {
        var path = new List<int>();
        for (int n = Known(committee); n >= 0; n = _parents[n])
        {
            path.Add(n);
        }

        path.Reverse();
        return path;
    }

    /// <summary>The committee and all below it, each before its children.</summary>
    public IEnumerable<int> SubtreeOf(int committee) =>
        new ArraySegment<int>(_preorder, _positions[Known(committee)], _sizes[committee]);

    /// <summary>Number of committees in the subtree, the committee included.</summary>
    public int SizeOf(int committee) => _sizes[Known(committee)];

    /// <summary>Whether <paramref name="committee"/> is <paramref name="top"/> or below it; false when either is not open.</summary>
    public bool IsWithin(int committee, int top) =>
        Contains(committee) && Contains(top) && _positions[committee] >= _positions[top] && _positions[committee] < _positions[top] + _sizes[top];

    /// <summary>Steps from the root; 0 for a root.</summary>
    public int DepthOf(int committee)
    {
        int depth = 0;
        for (int n = _parents[Known(committee)]; n >= 0; n = _parents[n])
        {
            depth++;
        }

        return depth;
    }

    private int Known(int committee) => Contains(committee)
        ? committee
        : throw new ArgumentOutOfRangeException(nameof(committee), committee, "The committee is not open on that day.");

    private static (int[] Starts, int[] Children) ChildrenByParent(int[] parents)
    {
        int[] starts = new int[parents.Length + 1];
        foreach (int parent in parents)
        {
            if (parent >= 0)
            {
                starts[parent + 1]++;
            }
        }

        for (int n = 1; n < starts.Length; n++)
        {
            starts[n] += starts[n - 1];
        }

        int[] children = new int[starts[^1]];
        int[] next = starts[..^1];
        for (int n = 0; n < parents.Length; n++)
        {
            if (parents[n] >= 0)
            {
                children[next[parents[n]]++] = n;
            }
        }

        return (starts, children);
    }

    private int[] Walk()
    {
        var order = new List<int>(_children.Length + Roots.Count);
        var waiting = new Stack<int>(Roots.Reverse());
        while (waiting.TryPop(out int number))
        {
            _positions[number] = order.Count;
            order.Add(number);
            for (int child = _childStarts[number + 1] - 1; child >= _childStarts[number]; child--)
            {
                waiting.Push(_children[child]);
            }
        }

        for (int i = order.Count - 1; i >= 0; i--)
        {
            _sizes[order[i]]++;
            if (_parents[order[i]] >= 0)
            {
                _sizes[_parents[order[i]]] += _sizes[order[i]];
            }
        }

        return [.. order];
    }
}
