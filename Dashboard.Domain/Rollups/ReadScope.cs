namespace Dashboard.Domain.Rollups;

/// <summary>
/// Which committees somebody may read: the given ones and all below them, in today's tree or, in the view of the
/// structure at the time, in the tree of the last day of the period read.
/// </summary>
/// <param name="roots">Numbers of the committees whose subtrees may be read.</param>
public sealed class ReadScope(params int[] roots)
{
    private readonly int[] _roots = [.. roots];

    /// <summary>Whether <paramref name="committee"/> is one of the roots or below one in the tree <paramref name="parents"/>.</summary>
    public bool Reaches(int committee, ReadOnlySpan<int> parents)
    {
        for (int node = committee; node >= 0; node = parents[node])
        {
            foreach (int root in _roots)
            {
                if (root == node)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
