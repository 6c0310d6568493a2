using System.Collections.Immutable;
using Dashboard.Committees;

namespace Dashboard.Overview;

/// <summary>
/// A committee's subtree cut into the branches directly below it, in one tree: says of any committee to which branch it
/// belongs. The committee itself is the branch after the last, and so is what stands below one that is closed.
/// </summary>
internal sealed class Region(ImmutableArray<int> parents, int top, IReadOnlyList<int> children)
{
    private readonly Subtree _tree = new(parents, top, children);

    /// <summary>Branches, the committee's own included.</summary>
    public int Count => children.Count + 1;

    /// <summary>The branch that is the committee's own.</summary>
    public int Own => children.Count;

    /// <summary>Index of the branch of <paramref name="committee"/>; −1 outside the subtree.</summary>
    public int BranchOf(int committee) => _tree.BranchOf(committee);
}
