using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;

namespace Dashboard.Explain;

/// <summary>The trees that figures roll up through, as far as taking a rollup apart needs them.</summary>
public sealed record ProofGround
{
    private static readonly ConditionalWeakTable<Hierarchy, DateOnly[]> KnownDays = [];

    /// <summary>How many committees were ever known.</summary>
    public required int Count { get; init; }

    /// <summary>Parents in today's tree, −1 for a root; a closed committee hangs under the one that carries its figures.</summary>
    public required ImmutableArray<int> Now { get; init; }

    /// <summary>Parents on a day.</summary>
    public required Func<DateOnly, ImmutableArray<int>> On { get; init; }

    /// <summary>Whether a committee exists on a day.</summary>
    public required Func<int, DateOnly, bool> IsOpenOn { get; init; }

    /// <summary>Days after the first of a period from which some committee stands elsewhere than the day before.</summary>
    public required Func<Period, IReadOnlyList<DateOnly>> MovesIn { get; init; }

    /// <summary>The trees of a hierarchy.</summary>
    public static ProofGround Of(Hierarchy hierarchy, DateOnly today) => new()
    {
        Count = hierarchy.Count,
        Now = hierarchy.ParentsNow(today),
        On = hierarchy.ParentsOn,
        IsOpenOn = (committee, day) => hierarchy[committee].IsOpenOn(day),
        MovesIn = period => [.. KnownDays.GetValue(hierarchy, DaysOf).Where(day => day > period.Start && day <= period.End)],
    };

    /// <summary>The tree by which figures of a period ending on a day roll up in a view.</summary>
    public ImmutableArray<int> Tree(View view, DateOnly day) => view == View.Now ? Now : On(day);

    /// <summary>The committees whose figures of a period count at or below one in a view.</summary>
    public HashSet<int> Region(View view, int committee, Period period)
    {
        HashSet<int> region = Below(committee, Tree(view, period.End));
        if (view == View.Then)
        {
            foreach (DateOnly day in MovesIn(period).Select(move => move.AddDays(-1)).Append(period.Start))
            {
                region.UnionWith(Below(committee, On(day)));
            }
        }

        return region;
    }

    /// <summary>The committee directly below <paramref name="top"/> at or above another, or <paramref name="top"/> itself; negative outside of it.</summary>
    public static int BranchOf(int committee, int top, ImmutableArray<int> parents)
    {
        int branch = committee;
        for (int node = committee; node >= 0; node = parents[node])
        {
            if (node == top)
            {
                return branch;
            }

            branch = node;
        }

        return -1;
    }

    private static HashSet<int> Below(int top, ImmutableArray<int> parents) =>
        [.. Enumerable.Range(0, parents.Length).Where(committee => BranchOf(committee, top, parents) >= 0)];

    private static DateOnly[] DaysOf(Hierarchy hierarchy) =>
    [
        .. hierarchy.Committees.SelectMany(c => hierarchy.PlacementsOf(c.Number))
            .SelectMany(p => new[] { p.From, p.To < DateOnly.MaxValue ? p.To?.AddDays(1) : null }).OfType<DateOnly>().Distinct().Order(),
    ];
}
