using System.Collections.Immutable;

namespace Dashboard.Overview;

/// <summary>
/// A committee's subtree cut into the branches directly below it, in one tree: says of any committee to which branch it
/// belongs. The committee itself is the branch after the last.
/// </summary>
internal sealed class Region
{
    private const int Unknown = -2;
    private const int Outside = -1;

    private readonly ImmutableArray<int> _parents;
    private readonly int[] _branches;

    /// <summary>The subtree of <paramref name="top"/> cut at <paramref name="children"/>.</summary>
    public Region(ImmutableArray<int> parents, int top, IReadOnlyList<int> children)
    {
        _parents = parents;
        _branches = new int[parents.Length];
        Array.Fill(_branches, Unknown);
        for (int i = 0; i < children.Count; i++)
        {
            _branches[children[i]] = i;
        }

        _branches[top] = children.Count;
        Own = children.Count;
        Count = children.Count + 1;
    }

    /// <summary>Branches, the committee's own included.</summary>
    public int Count { get; }

    /// <summary>The branch that is the committee's own.</summary>
    public int Own { get; }

    /// <summary>Index of the branch of <paramref name="committee"/>; −1 outside the subtree.</summary>
    public int BranchOf(int committee)
    {
        int known = _branches[committee];
        if (known != Unknown)
        {
            return known;
        }

        int parent = _parents[committee];
        // A closed child stands directly under the top without being one of its branches: it counts as the top's own.
        return _branches[committee] = parent < 0 ? Outside : BranchOf(parent);
    }
}
