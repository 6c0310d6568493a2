using System.Collections.Immutable;

namespace Dashboard.Domain.Committees;

/// <summary>Finds the days from which a committee's figures come from other committees than the day before.</summary>
internal sealed class ReorganisationDays(ImmutableArray<Node> nodes)
{
    private readonly Lazy<ILookup<int, int>> _days = new(() => Find(nodes).Distinct().ToLookup(d => d.Committee, d => d.Day));

    public IEnumerable<int> Of(int committee) => _days.Value[committee].Order();

    private static IEnumerable<(int Committee, int Day)> Find(ImmutableArray<Node> nodes)
    {
        var moves = new HashSet<int>();
        foreach (Node node in nodes)
        {
            moves.Clear();
            node.AddMovesTo(moves);
            foreach (int day in moves)
            {
                foreach (int changed in Differing(PathOf(node, day - 1, nodes), PathOf(node, day, nodes)))
                {
                    yield return (changed, day);
                }
            }

            if (node.Last < Node.LastDay && node.Principal >= 0)
            {
                int day = node.Last + 1;
                foreach (int changed in Differing(PathOf(node, node.Last, nodes), PathOf(nodes[node.Principal], day, nodes)))
                {
                    yield return (changed, day);
                }
            }
        }
    }

    /// <summary>The committee and all above it.</summary>
    private static HashSet<int> PathOf(Node node, int day, ImmutableArray<Node> nodes)
    {
        var path = new HashSet<int> { node.Committee.Number };
        for (int n = node.ParentOn(day); n >= 0; n = nodes[n].ParentOn(day))
        {
            path.Add(n);
        }

        return path;
    }

    private static HashSet<int> Differing(HashSet<int> before, HashSet<int> after)
    {
        before.SymmetricExceptWith(after);
        return before;
    }
}
