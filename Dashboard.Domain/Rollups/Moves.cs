namespace Dashboard.Domain.Rollups;

/// <summary>Adds the row of one committee to that of another, or takes it off.</summary>
internal readonly record struct Move(int Row, int Onto, int Sign);

/// <summary>
/// The steps that turn totals of one tree into totals of another: each committee whose parent changed is taken off its
/// old ancestors with all below it, then put under its new ones.
/// </summary>
internal sealed class Moves
{
    private readonly Move[] _steps;

    private Moves(Move[] steps) => _steps = steps;

    public ReadOnlySpan<Move> Steps => _steps;

    public bool IsSameAs(Moves other) => ReferenceEquals(this, other) || Steps.SequenceEqual(other.Steps);

    /// <summary>The steps from <paramref name="old"/> to <paramref name="now"/>; null when there are none.</summary>
    /// <exception cref="BrokenRuleException">The new tree has a cycle, or is deeper than 64.</exception>
    public static Moves? Between(int[] old, int[] now)
    {
        if (ReferenceEquals(old, now))
        {
            return null;
        }

        List<int> changed = Changed(old, now);
        Dictionary<int, int> links = changed.ToDictionary(c => c, c => old[c]);
        List<Move> steps = [];
        foreach (int committee in changed)
        {
            Climb(committee, -1);
            links[committee] = -1;
        }

        foreach (int committee in changed)
        {
            links[committee] = now[committee];
            Climb(committee, 1);
        }

        EnsureAcyclic(changed.Concat(Enumerable.Range(old.Length, Math.Max(0, now.Length - old.Length))), now);
        return steps.Count == 0 ? null : new Moves([.. steps]);

        void Climb(int row, int sign)
        {
            int hops = 0;
            for (int above = links[row]; above >= 0; above = links.TryGetValue(above, out int link) ? link : now[above])
            {
                steps.Add(new Move(row, above, sign));
                EnsureBelowLimit(row, ++hops);
            }
        }
    }

    /// <summary>Refuses a tree in which the way up from any of <paramref name="committees"/> does not end.</summary>
    public static void EnsureAcyclic(IEnumerable<int> committees, int[] parents)
    {
        foreach (int committee in committees)
        {
            int hops = 0;
            for (int above = parents[committee]; above >= 0; above = parents[above])
            {
                EnsureBelowLimit(committee, ++hops);
            }
        }
    }

    private static List<int> Changed(int[] old, int[] now)
    {
        List<int> changed = [];
        int count = Math.Min(old.Length, now.Length);
        for (int at = 0; at < count; at++)
        {
            at += old.AsSpan(at, count - at).CommonPrefixLength(now.AsSpan(at, count - at));
            if (at < count)
            {
                changed.Add(at);
            }
        }

        return changed;
    }

    private static void EnsureBelowLimit(int committee, int hops)
    {
        if (hops >= Ancestors.Deepest - 1)
        {
            throw new BrokenRuleException("structure.cycle", $"The way up from committee number {committee} does not end.", committee);
        }
    }
}
