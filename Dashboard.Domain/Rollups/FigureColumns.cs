using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;

namespace Dashboard.Domain.Rollups;

/// <summary>
/// Figures that never change, added up as they are asked for: the first question about an indicator over a period adds up that one
/// column for all committees, and it is kept. Says the same as a <see cref="FigureCube"/> of the same figures, which costs more to
/// load than a page ever reads of it. Any number of threads may read.
/// </summary>
public sealed class FigureColumns
{
    private readonly ConcurrentDictionary<(View View, int Indicator, Period Period), ColumnTotals> _columns = new();
    private readonly ConcurrentDictionary<int[], int[]> _orders = new(ReferenceEqualityComparer.Instance);
    private readonly Lazy<FigureSeries[]>[] _series;
    private readonly OverTime[] _overTime;
    private readonly ColumnDues _dues;
    private readonly Trees _trees;

    /// <summary>Nothing is added up yet, and no figure gone for.</summary>
    /// <param name="trees">The structure.</param>
    /// <param name="indicators">Flow or stock, for each indicator number.</param>
    /// <param name="seriesOf">The figures of an indicator number, each period once.</param>
    /// <param name="dues">Who owes what; the last word on a form and a period holds.</param>
    public FigureColumns(Trees trees, IReadOnlyList<OverTime> indicators, Func<int, IEnumerable<FigureSeries>> seriesOf, IEnumerable<FormDue> dues)
    {
        ArgumentNullException.ThrowIfNull(trees);
        ArgumentNullException.ThrowIfNull(indicators);
        _trees = trees;
        _overTime = [.. indicators];
        _series = [.. Enumerable.Range(0, _overTime.Length).Select(indicator => new Lazy<FigureSeries[]>(() => LatestFirst(seriesOf(indicator))))];
        _dues = new ColumnDues(trees, dues, FoldUp);
    }

    internal int Width => _overTime.Length;

    /// <summary>Reads many numbers.</summary>
    public T Read<T>(Func<CubeReader, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return read(new CubeReader(this));
    }

    internal Rollup At(View view, int committee, int indicator, Period period) =>
        _columns.GetOrAdd((view, indicator, period), static (key, columns) => columns.AddUp(key.View, key.Indicator, key.Period), this).At(committee);

    /// <summary>What a committee has of its own, without its subordinates.</summary>
    internal Rollup Own(int committee, int indicator, Period period)
    {
        Amounts amounts = default;
        List<Period> selected = [];
        foreach (FigureSeries series in Inside(indicator, period))
        {
            if (series.Find(committee) is { } stated && !selected.Exists(cover => cover.Contains(series.Period)))
            {
                selected.Add(series.Period);
                amounts += Amounts.Of(stated);
                if (_overTime[indicator] == OverTime.Last)
                {
                    break;
                }
            }
        }

        int reported = amounts.Parts == 0 ? 0 : 1;
        return amounts.Read(reported, reported == 1 || _dues.Of(indicator, period).Has(committee) ? 1 : 0);
    }

    internal Stated? Find(int committee, int indicator, Period period) => Array.Find(_series[indicator].Value, series => series.Period == period)?.Find(committee);

    /// <summary>Every figure of a committee and indicator, by first day, the longer before the shorter.</summary>
    internal IEnumerable<(Period Period, Stated Stated)> All(int committee, int indicator) =>
        from series in _series[indicator].Value.OrderBy(series => series.Period)
        let stated = series.Find(committee)
        where stated is not null
        select (series.Period, stated.Value);

    internal int[] Tree(View view, DateOnly day) => ImmutableCollectionsMarshal.AsArray(view == View.Now ? _trees.Now : _trees.On(day))!;

    private static FigureSeries[] LatestFirst(IEnumerable<FigureSeries> series) => [.. series.OrderByDescending(each => each.Period.End).ThenByDescending(each => each.Period.Days)];

    private FigureSeries[] Inside(int indicator, Period period) => Array.FindAll(_series[indicator].Value, series => period.Contains(series.Period));

    private ColumnTotals AddUp(View view, int indicator, Period period)
    {
        bool[] has = new bool[_trees.Count];
        int[] tree = Tree(view, period.End);
        var sums = new Dictionary<int[], ColumnSums>(ReferenceEqualityComparer.Instance);
        FigureSeries[] inside = Inside(indicator, period);
        foreach (FigureSeries series in inside)
        {
            int[] through = Tree(view, series.Period.End);
            ref ColumnSums? into = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, through, out _);
            Take(series, _overTime[indicator], period, inside, has, into ??= new ColumnSums(_trees.Count));
        }

        var total = ColumnSums.Together(sums, OrderOf);
        return total is null && !_dues.Any(indicator, period) ? ColumnTotals.Nothing : Covered(total ?? new ColumnSums(_trees.Count), has, tree, view, indicator, period);
    }

    /// <summary>Takes what counts of a series: of a flow what no longer figure covers, of a stock what no later one replaces.</summary>
    private void Take(FigureSeries series, OverTime overTime, Period period, FigureSeries[] inside, bool[] has, ColumnSums into)
    {
        FigureSeries[] around = overTime == OverTime.Last ? [] : Array.FindAll(inside, other => other != series && other.Period.Contains(series.Period));
        ReadOnlySpan<int> committees = series.Committees;
        for (int at = 0; at < committees.Length; at++)
        {
            int committee = committees[at];
            if (overTime == OverTime.Last ? has[committee] || !_trees.IsOpenOn(committee, period.End) : IsCovered(around, committee))
            {
                continue;
            }

            has[committee] = true;
            into.Add(committee, Amounts.Of(series.Stated[at]));
        }
    }

    private static bool IsCovered(FigureSeries[] around, int committee)
    {
        foreach (FigureSeries cover in around)
        {
            if (cover.Has(committee))
            {
                return true;
            }
        }

        return false;
    }

    private ColumnTotals Covered(ColumnSums sums, bool[] has, int[] tree, View view, int indicator, Period period)
    {
        int[] reported = FoldUp(tree, committee => has[committee]);
        if (reported.AsSpan().SequenceEqual(sums.Parts))
        {
            reported = sums.Parts;
        }

        ColumnDues.Set due = _dues.Of(indicator, period);
        if (due.IsEmpty)
        {
            return new ColumnTotals(sums, reported, null, null);
        }

        int[] owing = _dues.Owing(due, view, tree, period.End, _overTime[indicator] == OverTime.Last);
        int[] paid = FoldUp(tree, committee => has[committee] && due.Has(committee));
        return new ColumnTotals(sums, reported, owing, paid.AsSpan().SequenceEqual(reported) ? reported : paid);
    }

    private int[] FoldUp(int[] tree, Func<int, bool> counts)
    {
        int[] counted = new int[tree.Length];
        foreach (int committee in OrderOf(tree))
        {
            counted[committee] += counts(committee) ? 1 : 0;
            if (tree[committee] >= 0)
            {
                counted[tree[committee]] += counted[committee];
            }
        }

        return counted;
    }

    private int[] OrderOf(int[] tree) => _orders.GetOrAdd(tree, Forest.DeepestFirst);
}
