using System.Collections.Immutable;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;
using Dashboard.Live;

namespace Dashboard.Since;

/// <summary>
/// What committees had of their own at two moments. It is taken from the totals, a committee's less those directly below it:
/// a row of totals is read in the time of one own figure.
/// </summary>
internal sealed class OwnAmounts
{
    private const int Chunk = 256;

    private readonly IFigures _figures;
    private readonly Period _period;
    private readonly int _width;
    private readonly Dictionary<int, long[]> _own = [];

    /// <param name="figures">What was known.</param>
    /// <param name="tree">Parents at that moment.</param>
    /// <param name="top">Whose subtree.</param>
    /// <param name="period">Over which period.</param>
    public OwnAmounts(IFigures figures, ImmutableArray<int> tree, int top, Period period)
    {
        (_figures, _period, _width) = (figures, period, figures.Now.Indicators.Count);
        int[] inside = [.. SinceRegion.Branches(top, tree, tree.Length).Index().Where(b => b.Item >= 0).Select(b => b.Index)];
        foreach (int committee in inside)
        {
            _own[committee] = new long[_width];
        }

        if (period.Kind == PeriodKind.Range)
        {
            // No totals are kept of it: each is as dear as all own figures together.
            ReadOwn(inside);
            return;
        }

        foreach (int[] some in inside.Chunk(Chunk))
        {
            Take(tree, top, some);
        }
    }

    /// <summary>What a committee of the subtree has of its own, by indicator, 0 also where nothing was reported; null outside of the subtree.</summary>
    public long[]? RowOf(int committee) => _own.GetValueOrDefault(committee);

    /// <summary>What any committee has of its own of an indicator, null where nothing was reported; a hundred times dearer.</summary>
    public long? Exactly(int committee, int indicator) =>
        indicator < _width && committee < _figures.Now.Hierarchy.Count ? _figures.Read(cube => cube.Own(committee, indicator, _period).Value) : null;

    private void Take(ImmutableArray<int> tree, int top, int[] some)
    {
        Rollup[] rows = _figures.Read(cube =>
        {
            var into = new Rollup[some.Length * _width];
            cube.Rows(View.Now, some, _period, into);
            return into;
        });
        for (int at = 0; at < some.Length; at++)
        {
            long[] own = _own[some[at]];
            long[]? above = some[at] != top && _own.TryGetValue(tree[some[at]], out long[]? found) ? found : null;
            for (int indicator = 0; indicator < _width; indicator++)
            {
                long value = rows[(at * _width) + indicator].Value ?? 0;
                own[indicator] += value;
                if (above is not null)
                {
                    above[indicator] -= value;
                }
            }
        }
    }

    private void ReadOwn(int[] inside)
    {
        for (int number = 0; number < _width; number++)
        {
            int indicator = number;
            bool isStock = _figures.Now.Indicators[indicator].OverTime == OverTime.Last;
            // A stock counts of those that are open on the last day.
            int[] counting = isStock ? [.. inside.Where(c => _figures.Now.Hierarchy[c].IsOpenOn(_period.End))] : inside;
            foreach ((int committee, long value) in _figures.Read(cube => counting.Select(c => (c, cube.Own(c, indicator, _period).Value ?? 0)).ToList()))
            {
                _own[committee][indicator] = value;
            }
        }
    }
}
