using System.Collections.Immutable;

namespace Dashboard.Complaints;

/// <summary>A committee with all below it in one tree, and to which of its direct subordinates each belongs; found out once a committee.</summary>
internal sealed class Subtree(ImmutableArray<int> parents, int top)
{
    private const int Outside = -1;

    private readonly Dictionary<int, int> _branches = new() { [top] = top };

    /// <summary>Whether a committee lies in it.</summary>
    public bool Holds(int committee) => BranchOf(committee) != Outside;

    /// <summary>The direct subordinate at or above a committee; the top itself for its own, −1 outside.</summary>
    public int BranchOf(int committee)
    {
        if (_branches.TryGetValue(committee, out int known))
        {
            return known;
        }

        int parent = parents[committee];
        return _branches[committee] = parent < 0 ? Outside : parent == top ? committee : BranchOf(parent);
    }
}
