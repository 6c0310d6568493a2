using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;

namespace Dashboard.Explain;

/// <summary>
/// What the figures of an indicator that changed since a day were before: by committee and period, null for one that was not
/// there. With it the number of then is taken from the number of now, exactly.
/// </summary>
/// <param name="before">What held before the first change of each figure.</param>
public sealed class FiguresBefore(IReadOnlyDictionary<(int Committee, Period Period), Figure?> before)
{
    private readonly ILookup<int, Figure> _byCommittee = before.Values.OfType<Figure>().ToLookup(f => f.Committee);

    /// <summary>Nothing changed.</summary>
    public static FiguresBefore None { get; } = new(new Dictionary<(int, Period), Figure?>());

    /// <summary>Whether anything was there at or below a committee.</summary>
    public bool HadAny(CubeReader cube, ProofGround ground, View view, int committee, int indicator, OverTime overTime, Period period) =>
        ground.Region(view, committee, period).Any(number => Breakdown
            .Counting(Then(number, cube.Stated(number, indicator)), overTime, period, ground.IsOpenOn(number, period.End))
            .Any(f => ProofGround.BranchOf(number, committee, ground.Tree(view, f.Period.End)) >= 0));

    /// <summary>How much each branch of a committee brings more than before, or less, in the trees of now; branches without a difference are left out.</summary>
    public SortedDictionary<int, long> Differences(CubeReader cube, ProofGround ground, View view, int committee, int indicator, OverTime overTime, Period period)
    {
        var differences = new SortedDictionary<int, long>();
        foreach (IGrouping<int, KeyValuePair<(int Committee, Period Period), Figure?>> changed in before.GroupBy(b => b.Key.Committee))
        {
            bool isOpen = ground.IsOpenOn(changed.Key, period.End);
            IReadOnlyList<Figure> now = cube.Stated(changed.Key, indicator);
            Add(differences, ground, view, committee, Breakdown.Counting(now, overTime, period, isOpen), 1);
            Add(differences, ground, view, committee, Breakdown.Counting(Then(changed.Key, now), overTime, period, isOpen), -1);
        }

        foreach (int branch in differences.Where(d => d.Value == 0).Select(d => d.Key).ToList())
        {
            differences.Remove(branch);
        }

        return differences;
    }

    private IEnumerable<Figure> Then(int committee, IReadOnlyList<Figure> now) =>
        now.Where(f => !before.ContainsKey((committee, f.Period))).Concat(_byCommittee[committee]);

    private static void Add(SortedDictionary<int, long> differences, ProofGround ground, View view, int committee, IEnumerable<Figure> figures, int sign)
    {
        foreach (Figure figure in figures)
        {
            int branch = ProofGround.BranchOf(figure.Committee, committee, ground.Tree(view, figure.Period.End));
            if (branch >= 0)
            {
                differences[branch] = differences.GetValueOrDefault(branch) + (sign * figure.Value);
            }
        }
    }
}
