using System.Collections.Immutable;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;

namespace Dashboard.Explain;

/// <summary>
/// Takes a rollup apart: what a committee has of its own, and what each branch below it brings. The parts add up to the
/// rollup, for every committee, indicator, period and view.
/// </summary>
/// <param name="cube">The figures.</param>
/// <param name="ground">The trees.</param>
public readonly struct Breakdown(CubeReader cube, ProofGround ground)
{
    /// <summary>The parts, the committee's own first, then the branches by number; those that bring nothing and owe nothing are left out.</summary>
    public List<Part> Of(View view, int committee, int indicator, OverTime overTime, Period period)
    {
        if (view == View.Then && ground.MovesIn(period).Count > 0)
        {
            return Walk(committee, indicator, overTime, period);
        }

        // All figures of the period roll up through one tree, so what stands directly below brings all it has.
        ImmutableArray<int> tree = ground.Tree(view, period.End);
        var parts = new List<Part>();
        Add(parts, committee, Own(committee, indicator, overTime, period));
        for (int below = 0; below < tree.Length; below++)
        {
            if (tree[below] == committee)
            {
                Add(parts, below, cube.Total(view, below, indicator, period));
            }
        }

        return parts;
    }

    /// <summary>The figures of one committee that count over a period, in order of time.</summary>
    public static IReadOnlyList<Figure> Counting(IEnumerable<Figure> figures, OverTime overTime, Period period, bool isOpenAtEnd)
    {
        IReadOnlyList<Figure> selected = OverPeriod.Selected(figures, period);
        return overTime == OverTime.Sum || selected.Count == 0 ? selected : isOpenAtEnd ? [selected[^1]] : [];
    }

    // A stock counts of those that are open on the last day.
    private Rollup Own(int committee, int indicator, OverTime overTime, Period period) =>
        overTime == OverTime.Sum || ground.IsOpenOn(committee, period.End) ? cube.Own(committee, indicator, period) : default;

    // Within the period somebody moved: each figure goes up through the tree of its own last day.
    private List<Part> Walk(int committee, int indicator, OverTime overTime, Period period)
    {
        var byBranch = new SortedDictionary<int, (List<Figure> Figures, HashSet<int> Reporting)>();
        for (int number = 0; number < ground.Count; number++)
        {
            foreach (Figure figure in Counting(cube.Stated(number, indicator), overTime, period, ground.IsOpenOn(number, period.End)))
            {
                int branch = ProofGround.BranchOf(number, committee, ground.On(figure.Period.End));
                if (branch >= 0)
                {
                    if (!byBranch.TryGetValue(branch, out (List<Figure> Figures, HashSet<int> Reporting) of))
                    {
                        byBranch[branch] = of = ([], []);
                    }

                    of.Figures.Add(figure);
                    of.Reporting.Add(number);
                }
            }
        }

        ImmutableArray<int> tree = ground.On(period.End);
        for (int below = 0; below < tree.Length; below++)
        {
            if (tree[below] == committee)
            {
                byBranch.TryAdd(below, ([], []));
            }
        }

        byBranch.TryAdd(committee, ([], []));
        var parts = new List<Part>();
        foreach ((int branch, (List<Figure> figures, HashSet<int> reporting)) in byBranch.OrderByDescending(b => b.Key == committee))
        {
            Rollup covered = branch == committee ? Own(committee, indicator, overTime, period)
                : tree[branch] == committee ? cube.Total(View.Then, branch, indicator, period)
                : new Rollup(null, null, Precision.Exact, reporting.Count, reporting.Count, 0);
            Add(parts, branch, Sum(figures) with { Reported = covered.Reported, Expected = covered.Expected });
        }

        return parts;
    }

    private static Rollup Sum(List<Figure> figures)
    {
        if (figures.Count == 0)
        {
            return default;
        }

        Amount sum = figures.Select(Amount.Of).Aggregate((all, next) => all.Plus(next));
        return new Rollup(sum.Value, sum.OutOf, sum.Precision, 0, 0, figures.Where(f => f.Standing == Standing.Provisional).Sum(f => f.Value));
    }

    private static void Add(List<Part> parts, int committee, Rollup amount)
    {
        if (amount.Value is not null || amount.Expected > 0)
        {
            parts.Add(new Part(committee, amount));
        }
    }
}
