using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;
using Dashboard.Live;

namespace Dashboard.Disclosure;

/// <summary>
/// What was stated for exactly one period, added up, for the indicators of which somebody stated something inside the period as well: a
/// total of theirs is made of both.
/// </summary>
internal sealed class StatedTotals
{
    private readonly HashSet<int> _mixed;
    private readonly Dictionary<(int Committee, int Indicator), long> _totals = [];

    private StatedTotals(HashSet<int> mixed) => _mixed = mixed;

    /// <summary>Adds up.</summary>
    /// <param name="figures">The moment.</param>
    /// <param name="tree">The structure of the period's last day.</param>
    /// <param name="period">The period.</param>
    /// <param name="indicators">Of which indicators.</param>
    public static StatedTotals Of(IFigures figures, CountedTree tree, Period period, IReadOnlyList<Indicator> indicators)
    {
        Period[] inside = [.. figures.Stated.Within(period).Where(p => p != period)];
        if (inside.Length == 0)
        {
            return new StatedTotals([]);
        }

        int[] committees = figures.Stated.CommitteesOf(period);
        int[] roots = [.. figures.Now.Hierarchy.Committees.Select(c => c.Number).Where(c => inside.Any(p => figures.Now.Hierarchy.ParentsOn(p.End)[c] < 0))];
        return figures.Read(cube =>
        {
            var all = new StatedTotals([.. indicators.Select(i => i.Number).Where(i => inside.Any(p => roots.Any(root => cube.Total(View.Then, root, i, p).Value is not null)))]);
            foreach (int committee in committees)
            {
                foreach (int indicator in all._mixed)
                {
                    if (cube.Stated(committee, indicator, period) is { } figure)
                    {
                        all.Add(tree, figure);
                    }
                }
            }

            return all;
        });
    }

    /// <summary>Whether an indicator is one of those.</summary>
    public bool Knows(int indicator) => _mixed.Contains(indicator);

    /// <summary>What a committee and those below it stated; null where they stated nothing.</summary>
    public long? At(int committee, int indicator) => _totals.TryGetValue((committee, indicator), out long total) ? total : null;

    private void Add(CountedTree tree, Figure figure)
    {
        for (int at = figure.Committee; at >= 0; at = tree.ParentOf(at))
        {
            _totals[(at, figure.Indicator)] = _totals.GetValueOrDefault((at, figure.Indicator)) + figure.Value;
        }
    }
}
