using System.Collections.Immutable;
using Dashboard.Committees;

namespace Dashboard.Since;

/// <summary>Who stood below a committee at two moments, and under which of the committees directly below it each one is told.</summary>
internal sealed class SinceRegion
{
    private readonly int[] _branches;
    private readonly bool[] _was;
    private readonly bool[] _is;

    /// <summary>The region of a committee.</summary>
    /// <param name="top">Number of the committee.</param>
    /// <param name="was">Parents at the earlier moment; empty when nothing was known.</param>
    /// <param name="now">Parents at the later one.</param>
    /// <param name="sees">What the reader may see; the rest is as if it did not exist.</param>
    public SinceRegion(int top, ImmutableArray<int> was, ImmutableArray<int> now, Func<int, bool> sees)
    {
        (Top, Was, Now) = (top, was, now);
        int count = Math.Max(was.Length, now.Length);
        int[] then = Branches(top, was, count);
        _branches = Branches(top, now, count);
        (_was, _is) = (new bool[count], new bool[count]);
        for (int committee = 0; committee < count; committee++)
        {
            bool isSeen = (then[committee] >= 0 || _branches[committee] >= 0) && sees(committee);
            (_was[committee], _is[committee]) = (isSeen && then[committee] >= 0, isSeen && _branches[committee] >= 0);
            _branches[committee] = _branches[committee] >= 0 ? _branches[committee] : then[committee];
        }
    }

    public int Top { get; }

    public ImmutableArray<int> Was { get; }

    public ImmutableArray<int> Now { get; }

    /// <summary>Whether a committee counted at the earlier moment.</summary>
    public bool WasInside(int committee) => committee < _was.Length && _was[committee];

    /// <summary>Whether a committee counts at the later moment.</summary>
    public bool IsInside(int committee) => committee < _is.Length && _is[committee];

    /// <summary>All that count at one moment or the other.</summary>
    public IEnumerable<int> All => Enumerable.Range(0, _is.Length).Where(c => _was[c] || _is[c]);

    /// <summary>The committee directly below the top under which another is told: where it is now, or where it was if it is gone.</summary>
    public int BranchOf(int committee) => _branches[committee];

    /// <summary>For each committee the one directly below the top at or above it, the top for itself, negative outside.</summary>
    private static int[] Branches(int top, ImmutableArray<int> parents, int count)
    {
        var tree = new Subtree(parents, top);
        return [.. Enumerable.Range(0, count).Select(tree.BranchOf)];
    }
}
