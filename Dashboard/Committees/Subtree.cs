using System.Collections.Immutable;

namespace Dashboard.Committees;

/// <summary>A committee with all below it in one tree, cut into branches: says of any committee to which it belongs. Each is climbed from once.</summary>
internal sealed class Subtree
{
    private const int Unknown = -2, Outside = -1;

    private readonly ImmutableArray<int> _parents;
    private readonly int[] _branches;
    private readonly int _top;
    private readonly bool _isCut;

    /// <summary>Each committee directly below the top begins a branch, which is called by its number; the top's own is called by the top's.</summary>
    /// <param name="parents">The tree.</param>
    /// <param name="top">Number of the committee at the top; one that is not in the tree has nothing below it.</param>
    public Subtree(ImmutableArray<int> parents, int top)
        : this(parents, top, top)
    {
    }

    /// <summary>Given committees begin branches, which are called by their places; all else below the top is its own, the branch after the last.</summary>
    public Subtree(ImmutableArray<int> parents, int top, IReadOnlyList<int> cuts)
        : this(parents, top, cuts.Count)
    {
        _isCut = true;
        for (int i = 0; i < cuts.Count; i++)
        {
            _branches[cuts[i]] = i;
        }
    }

    private Subtree(ImmutableArray<int> parents, int top, int own)
    {
        (_parents, _top, _branches) = (parents, top, new int[parents.Length]);
        Array.Fill(_branches, Unknown);
        if (top < parents.Length)
        {
            _branches[top] = own;
        }
    }

    /// <summary>Whether a committee is the top or below it.</summary>
    public bool Holds(int committee) => BranchOf(committee) != Outside;

    /// <summary>The branch of a committee; −1 outside.</summary>
    public int BranchOf(int committee)
    {
        if (committee < 0 || committee >= _branches.Length)
        {
            return Outside;
        }

        int known = _branches[committee];
        if (known != Unknown)
        {
            return known;
        }

        int parent = _parents[committee];
        return _branches[committee] = parent == _top && !_isCut ? committee : BranchOf(parent);
    }
}
