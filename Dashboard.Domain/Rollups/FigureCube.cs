using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;

namespace Dashboard.Domain.Rollups;

/// <summary>
/// The read model of all figures: for every indicator and period one number per committee, own and rolled up through the
/// tree, in two views, exact at every moment. A change costs as many additions as the committee has others above it.
/// One thread writes at a time, any number read; a reader never makes a writer wait and never sees half a change.
/// Periods of one committee and indicator nest or are apart: whoever writes figures has refused partly overlapping ones.
/// </summary>
public sealed partial class FigureCube
{
    private readonly Seqlock _lock = new();
    private readonly Tally _tally;
    private readonly Sequences _sequences;
    private readonly Capacity _capacity;

    /// <summary>An empty cube.</summary>
    /// <param name="trees">The structure.</param>
    /// <param name="indicators">Flow or stock, for each indicator number. More indicators need a new cube.</param>
    /// <param name="known">Sequence number of the log up to which everything is known, and ignored when heard again.</param>
    /// <exception cref="BrokenRuleException">A tree has a cycle.</exception>
    public FigureCube(Trees trees, IReadOnlyList<OverTime> indicators, long known = 0)
        : this(trees, indicators, known, loading: false)
    {
    }

    private FigureCube(Trees trees, IReadOnlyList<OverTime> indicators, long known, bool loading)
    {
        ArgumentNullException.ThrowIfNull(trees);
        ArgumentNullException.ThrowIfNull(indicators);
        _tally = new Tally(trees, indicators, loading);
        _sequences = new Sequences(known);
        _capacity = new Capacity(indicators.Count);
    }

    /// <summary>Number of committees the cube knows.</summary>
    public int Committees => _tally.Forest.Count;

    /// <summary>Number of indicators.</summary>
    public int Indicators => _tally.Width;

    /// <summary>A cube of many figures, in any order, each key at most once; much faster than hearing them one by one.</summary>
    /// <inheritdoc cref="FigureCube(Trees, IReadOnlyList{OverTime}, long)"/>
    /// <param name="trees">The structure.</param>
    /// <param name="indicators">Flow or stock, for each indicator number.</param>
    /// <param name="figures">The figures that hold at <paramref name="known"/>.</param>
    /// <param name="known">Sequence number of the last log entry that <paramref name="figures"/> reflect.</param>
    public static FigureCube Load(Trees trees, IReadOnlyList<OverTime> indicators, IEnumerable<Figure> figures, long known = 0)
    {
        var cube = new FigureCube(trees, indicators, known, loading: true);
        foreach (Figure figure in figures)
        {
            cube.Ensure(figure.Committee, figure.Indicator, figure);
            var stated = Stated.Of(figure);
            cube._capacity.Ensure(figure.Indicator, stated.Value, stated.OutOf ?? 0);
            cube._capacity.Add(figure.Indicator, null, stated);
            cube._tally.Put(figure.Committee, figure.Indicator, figure.Period, stated);
        }

        cube._tally.FinishLoading();
        return cube;
    }

    /// <summary>Hears one change. Hearing it again, or after a later one of the same figure, does nothing.</summary>
    /// <returns>Whether it was news.</returns>
    /// <exception cref="BrokenRuleException"><c>figure.overflow</c>: the cube is as it was.</exception>
    public bool Apply(in FigureChange change)
    {
        _lock.Enter();
        try
        {
            return Hear(change);
        }
        finally
        {
            _lock.Exit();
        }
    }

    /// <summary>Hears changes that belong together, in any order: readers see all of them or none.</summary>
    /// <returns>How many were news.</returns>
    /// <exception cref="BrokenRuleException"><c>figure.overflow</c>: the cube is as it was.</exception>
    public int Apply(IEnumerable<FigureChange> changes)
    {
        FigureChange[] news = Latest(changes);
        Write(() =>
        {
            news = Array.FindAll(news, IsNews);
            EnsureFit(news);
            foreach (FigureChange change in news)
            {
                Put(change, _tally.Find(change.Committee, change.Indicator, change.Period), change.Now is null ? null : Stated.Of(change.Now));
            }
        });
        return news.Length;
    }

    /// <summary>Refuses changes that could not be applied together, without applying them: for whoever saves them first.</summary>
    /// <exception cref="BrokenRuleException"><c>figure.overflow</c> or <c>figure.negative</c>.</exception>
    public void EnsureFits(IEnumerable<FigureChange> changes)
    {
        FigureChange[] latest = Latest(changes);
        Read(_ =>
        {
            EnsureFit(latest);
            return true;
        });
    }

    /// <summary>Everything in the log up to <paramref name="sequence"/> has been heard.</summary>
    public void Know(long sequence) => Write(() => _sequences.Know(sequence));

    /// <summary>
    /// Follows a change of the structure: placements, openings, closings, new committees. Costs in the committees whose
    /// parent changed, not in the figures.
    /// </summary>
    /// <exception cref="BrokenRuleException"><c>structure.cycle</c>: the cube is as it was.</exception>
    public void Restructure(Trees trees)
    {
        ArgumentNullException.ThrowIfNull(trees);
        Write(() => _tally.Restructure(trees));
    }

    /// <summary>Sets which committees owe figures of which indicators for one period, in place of what that form asked before.</summary>
    /// <param name="form">Code of the form.</param>
    /// <param name="period">Period of the return.</param>
    /// <param name="indicators">Numbers of the indicators of the form.</param>
    /// <param name="committees">Numbers of the committees that owe it.</param>
    public void SetDue(string form, Period period, IEnumerable<int> indicators, IEnumerable<int> committees)
    {
        int[] asked = [.. indicators];
        int[] owing = [.. committees];
        Write(() => _tally.Obligations.Set(_tally, form, period, asked, owing));
    }

    private void Write(Action write)
    {
        _lock.Enter();
        try
        {
            write();
        }
        finally
        {
            _lock.Exit();
        }
    }

    private static FigureChange[] Latest(IEnumerable<FigureChange> changes) =>
        [.. changes.GroupBy(change => (change.Committee, change.Indicator, change.Period)).Select(heard => heard.MaxBy(change => change.Sequence))];

    private bool Hear(in FigureChange change)
    {
        if (!IsNews(change))
        {
            return false;
        }

        Ensure(change.Committee, change.Indicator, change.Now);
        Stated? before = _tally.Find(change.Committee, change.Indicator, change.Period);
        Stated? now = change.Now is null ? null : Stated.Of(change.Now);
        _capacity.Ensure(change.Indicator, Difference(before?.Value, now?.Value), Difference(before?.OutOf, now?.OutOf));
        Put(change, before, now);
        return true;
    }

    private void Put(in FigureChange change, Stated? before, Stated? now)
    {
        _tally.Put(change.Committee, change.Indicator, change.Period, now);
        _capacity.Add(change.Indicator, before, now);
        _sequences.Hear(change.Committee, change.Indicator, change.Period, change.Sequence);
    }

    private bool IsNews(FigureChange change) => _sequences.IsNews(change.Committee, change.Indicator, change.Period, change.Sequence);

    private void EnsureFit(FigureChange[] changes)
    {
        foreach (IGrouping<int, FigureChange> group in changes.GroupBy(change => change.Indicator))
        {
            Int128 values = 0;
            Int128 outOf = 0;
            foreach (FigureChange change in group)
            {
                Ensure(change.Committee, change.Indicator, change.Now);
                Stated? before = _tally.Find(change.Committee, change.Indicator, change.Period);
                values += Difference(before?.Value, change.Now?.Value);
                outOf += Difference(before?.OutOf, change.Now?.OutOf);
            }

            _capacity.Ensure(group.Key, values, outOf);
        }
    }

    private void Ensure(int committee, int indicator, Figure? figure)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)committee, (uint)Committees);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)indicator, (uint)Indicators);
        if (figure is { Value: < 0 } or { OutOf: < 0 })
        {
            throw new BrokenRuleException("figure.negative", "A figure is zero or more.", figure.Value);
        }
    }

    private static Int128 Difference(long? before, long? now) => (Int128)(now ?? 0) - (before ?? 0);
}
