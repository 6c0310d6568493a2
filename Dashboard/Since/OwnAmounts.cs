using System.Collections.Immutable;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;
using Dashboard.Live;

namespace Dashboard.Since;

/// <summary>
/// What committees had of their own at a moment. It is taken from the totals, a committee's less those directly below it:
/// a row of totals is read in the time of one own figure.
/// </summary>
internal sealed class OwnAmounts
{
    private const int Chunk = 256;

    private readonly IFigures _figures;
    private readonly Period _period;
    private readonly int _width;
    private readonly Dictionary<int, long[]> _own;
    private readonly Dictionary<int, bool[]> _reported = [];

    /// <param name="figures">What was known.</param>
    /// <param name="tree">Parents at that moment.</param>
    /// <param name="committees">Whose figures; those that were not known by then have none.</param>
    /// <param name="period">Over which period.</param>
    public OwnAmounts(IFigures figures, ImmutableArray<int> tree, IEnumerable<int> committees, Period period)
    {
        (_figures, _period, _width) = (figures, period, figures.Now.Indicators.Count);
        _own = committees.Where(c => c < tree.Length).ToDictionary(c => c, _ => new long[_width]);
        if (period.Kind == PeriodKind.Range)
        {
            // No totals are kept of it: each is as dear as all own figures together.
            ReadOwn();
            return;
        }

        int[] read = [.. Enumerable.Range(0, tree.Length).Where(c => _own.ContainsKey(c) || (tree[c] >= 0 && _own.ContainsKey(tree[c])))];
        HashSet<int> parents = [.. tree];
        foreach (int[] some in read.Chunk(Chunk))
        {
            Take(tree, parents, some);
        }
    }

    /// <summary>What a committee has of its own, by indicator, 0 also where nothing was reported; null for one that was not known.</summary>
    public long[]? RowOf(int committee) => _own.GetValueOrDefault(committee);

    /// <summary>Whether a committee reported anything of its own, be it 0.</summary>
    public bool HasReported(int committee, int indicator) =>
        indicator < _width && _own.ContainsKey(committee)
        && (_reported.TryGetValue(committee, out bool[]? row) ? row[indicator] : _figures.Read(cube => cube.Own(committee, indicator, _period).Value) is not null);

    private void Take(ImmutableArray<int> tree, HashSet<int> parents, int[] some)
    {
        Rollup[] rows = _figures.Read(cube =>
        {
            var into = new Rollup[some.Length * _width];
            cube.Rows(View.Now, some, _period, into);
            return into;
        });
        for (int at = 0; at < some.Length; at++)
        {
            ReadOnlySpan<Rollup> row = rows.AsSpan(at * _width, _width);
            if (_own.TryGetValue(some[at], out long[]? own))
            {
                Add(own, row, 1);
                if (!parents.Contains(some[at]))
                {
                    // Nobody is below it: what its total lacks it has not reported.
                    _reported[some[at]] = Reported(row);
                }
            }

            if (tree[some[at]] >= 0 && _own.TryGetValue(tree[some[at]], out long[]? above))
            {
                Add(above, row, -1);
            }
        }
    }

    private static void Add(long[] own, ReadOnlySpan<Rollup> row, int sign)
    {
        for (int indicator = 0; indicator < row.Length; indicator++)
        {
            own[indicator] += sign * (row[indicator].Value ?? 0);
        }
    }

    private static bool[] Reported(ReadOnlySpan<Rollup> row)
    {
        bool[] reported = new bool[row.Length];
        for (int indicator = 0; indicator < row.Length; indicator++)
        {
            reported[indicator] = row[indicator].Value is not null;
        }

        return reported;
    }

    private void ReadOwn()
    {
        int[] all = [.. _own.Keys];
        for (int number = 0; number < _width; number++)
        {
            int indicator = number;
            bool isStock = _figures.Now.Indicators[indicator].OverTime == OverTime.Last;
            // A stock counts of those that are open on the last day.
            int[] counting = isStock ? [.. all.Where(c => _figures.Now.Hierarchy[c].IsOpenOn(_period.End))] : all;
            foreach ((int committee, long value) in _figures.Read(cube => counting.Select(c => (c, cube.Own(c, indicator, _period).Value ?? 0)).ToList()))
            {
                _own[committee][indicator] = value;
            }
        }
    }
}
