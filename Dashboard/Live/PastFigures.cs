using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Registers;
using Dashboard.Domain.Rollups;

namespace Dashboard.Live;

/// <summary>What was known at a moment. It never changes; its figures are added up as they are asked for.</summary>
public sealed class PastFigures : IFigures
{
    private readonly Lazy<StatedPeriods> _stated;
    private readonly FigureColumns _columns;

    /// <summary>What was known at a moment.</summary>
    /// <param name="columns">The figures of the moment.</param>
    /// <param name="now">All else of the moment.</param>
    /// <param name="today">The moment's day where the committees are.</param>
    /// <param name="stated">Tells who had stated anything by then.</param>
    public PastFigures(FigureColumns columns, LiveState now, DateOnly today, Func<StatedPeriods> stated)
    {
        (_columns, Now, Today) = (columns, now, today);
        _stated = new Lazy<StatedPeriods>(stated);
    }

    /// <inheritdoc />
    public LiveState Now { get; }

    /// <inheritdoc />
    public DateOnly Today { get; }

    /// <inheritdoc />
    public StatedPeriods Stated => _stated.Value;

    /// <inheritdoc />
    public T Read<T>(Func<CubeReader, T> read) => _columns.Read(read);

    /// <summary>What was known, of the figures that had been stated and of the registers, which are counted as on <paramref name="today"/>.</summary>
    internal static PastFigures Of(LiveState state, DateOnly today, StatementHistory.Known statements)
    {
        var counted = new Lazy<ILookup<int, FigureChange>>(() => new RegisterCounts().All(state, today).ToLookup(change => change.Indicator));
        var codes = new[] { RegisterIndicators.Complaints, RegisterIndicators.Lapses }.SelectMany(r => new[] { r.Came, r.Left, r.Open, r.Overdue }).ToHashSet(StringComparer.Ordinal);
        bool[] isCounted = [.. state.Indicators.All.Select(i => codes.Contains(i.Code))];
        var columns = new FigureColumns(
            CubeTrees.Of(state.Hierarchy, today),
            [.. state.Indicators.All.Select(i => i.OverTime)],
            indicator => isCounted[indicator] ? Merged(statements.Of(indicator), counted.Value[indicator]) : statements.Of(indicator).Select(s => new FigureSeries(s.Period, s.Figures)),
            Dues.Of(state, today));
        return new PastFigures(columns, state, today, statements.Periods);
    }

    /// <summary>A register says more than what was once stated in its place.</summary>
    private static IEnumerable<FigureSeries> Merged(IEnumerable<(Period Period, Func<IEnumerable<Figure>> Figures)> stated, IEnumerable<FigureChange> counted)
    {
        ILookup<Period, Figure> ofPeriod = counted.Select(change => change.Now!).ToLookup(figure => figure.Period);
        var before = stated.ToDictionary(s => s.Period, s => s.Figures);
        return from period in ofPeriod.Select(same => same.Key).Union(before.Keys)
               let earlier = before.GetValueOrDefault(period)
               select new FigureSeries(period, () => ofPeriod[period].UnionBy(earlier?.Invoke() ?? [], figure => figure.Committee));
    }
}
