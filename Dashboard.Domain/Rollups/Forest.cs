using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Dashboard.Domain.Rollups;

/// <summary>The trees in force, each kept once however many days share it.</summary>
internal sealed class Forest
{
    private readonly Trees _trees;
    private readonly List<int[]> _known = [];
    private readonly Dictionary<DateOnly, int[]> _byDay = [];

    /// <param name="trees">What the application says.</param>
    /// <param name="before">The trees in force until now, whose arrays are kept on where nothing changed.</param>
    public Forest(Trees trees, Forest? before)
    {
        _trees = trees;
        if (before is not null && before._trees.Count == trees.Count)
        {
            _known.AddRange(before._byDay.Values.Append(before.Now).Distinct());
        }

        Now = Intern(trees.Now);
    }

    /// <summary>Today's tree.</summary>
    public int[] Now { get; }

    public int Count => _trees.Count;

    public bool IsOpenOn(int committee, DateOnly day) => _trees.IsOpenOn(committee, day);

    /// <summary>The tree on a day. For the writer only.</summary>
    public int[] On(DateOnly day)
    {
        if (!_byDay.TryGetValue(day, out int[]? parents))
        {
            _byDay[day] = parents = Intern(_trees.On(day));
        }

        return parents;
    }

    /// <summary>The tree on a day, without remembering it; for readers.</summary>
    public ReadOnlySpan<int> Look(DateOnly day) => _trees.On(day).AsSpan();

    /// <summary>The committees that both know and whose days of opening or closing differ.</summary>
    public List<int> LivesChanged(Forest other)
    {
        ReadOnlySpan<DateOnly> opened = _trees.OpenedOn.AsSpan();
        ReadOnlySpan<DateOnly> closed = _trees.ClosedOn.AsSpan();
        List<int> changed = [];
        int both = Math.Min(Count, other.Count);
        Differences(opened[..both], other._trees.OpenedOn.AsSpan()[..both], changed);
        Differences(closed[..both], other._trees.ClosedOn.AsSpan()[..both], changed);
        return [.. changed.Distinct()];
    }

    /// <summary>All committees of a tree, each before the one above it.</summary>
    public static int[] DeepestFirst(int[] parents)
    {
        int[] depths = new int[parents.Length];
        for (int committee = 0; committee < parents.Length; committee++)
        {
            for (int above = parents[committee]; above >= 0; above = parents[above])
            {
                depths[committee]--;
            }
        }

        int[] order = [.. Enumerable.Range(0, parents.Length)];
        Array.Sort(depths, order);
        return order;
    }

    private static void Differences(ReadOnlySpan<DateOnly> left, ReadOnlySpan<DateOnly> right, List<int> into)
    {
        ReadOnlySpan<int> a = MemoryMarshal.Cast<DateOnly, int>(left);
        ReadOnlySpan<int> b = MemoryMarshal.Cast<DateOnly, int>(right);
        for (int at = a.CommonPrefixLength(b); at < a.Length; at += 1 + a[(at + 1)..].CommonPrefixLength(b[(at + 1)..]))
        {
            into.Add(at);
        }
    }

    private int[] Intern(ImmutableArray<int> parents)
    {
        int[] array = ImmutableCollectionsMarshal.AsArray(parents)!;
        foreach (int[] known in _known)
        {
            if (ReferenceEquals(known, array) || known.AsSpan().SequenceEqual(array))
            {
                return known;
            }
        }

        _known.Add(array);
        return array;
    }
}
