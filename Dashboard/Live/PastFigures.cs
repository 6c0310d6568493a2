using Dashboard.Domain.Committees;
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
    private Func<LiveState, PastFigures>? _again;
    private Func<IEnumerable<Figure>> _all = () => [];

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

    /// <summary>All figures that had been stated, by indicator and period; what is only counted from registers is not among them.</summary>
    public IEnumerable<Figure> All => _all();

    /// <inheritdoc />
    public long ChangedAt(int committee) => Now.Sequence;

    /// <inheritdoc />
    public T Read<T>(Func<CubeReader, T> read) => _columns.Read(read);

    /// <summary>What is known of a state with its figures, for who asks once and follows nothing.</summary>
    /// <param name="state">All but the figures.</param>
    /// <param name="figures">The figures as they are stated.</param>
    /// <param name="today">The day where the committees are.</param>
    public static PastFigures Of(LiveState state, IReadOnlyCollection<FigureChange> figures, DateOnly today)
    {
        ILookup<int, Figure> ofIndicator = figures.Select(f => f.Now).OfType<Figure>().ToLookup(f => f.Indicator);
        StatedPeriods Stated()
        {
            var stated = new StatedPeriods();
            stated.Add(figures);
            return stated;
        }

        return Of(state, today, indicator => ofIndicator[indicator].GroupBy(f => f.Period).Select(group => (group.Key, new Func<IEnumerable<Figure>>(() => group))), Stated);
    }

    /// <summary>What was known, of the figures that had been stated and of the registers, which are counted as on <paramref name="today"/>.</summary>
    internal static PastFigures Of(LiveState state, DateOnly today, StatementHistory.Known statements) => Of(state, today, statements.Of, statements.Periods);

    private static PastFigures Of(LiveState state, DateOnly today, Func<int, IEnumerable<(Period Period, Func<IEnumerable<Figure>> Figures)>> statementsOf, Func<StatedPeriods> stated)
    {
        var complaints = new Lazy<CountedRegister>(() => new CountedRegister(state.Complaints.Values.Select(c => (c.Committee, RegisterCase.Of(c))), today));
        var lapses = new Lazy<CountedRegister>(() => new CountedRegister(state.Lapses.Values.Select(l => (l.Committee, RegisterCase.Of(l))), today));
        Dictionary<string, (Lazy<CountedRegister>, Func<RegisterBalance, long>)> counted = new(StringComparer.Ordinal);
        foreach ((RegisterIndicators codes, Lazy<CountedRegister> register) in new[] { (RegisterIndicators.Complaints, complaints), (RegisterIndicators.Lapses, lapses) })
        {
            counted[codes.Came] = (register, balance => balance.Came);
            counted[codes.Left] = (register, balance => balance.Left);
            counted[codes.Open] = (register, balance => balance.OpenAtEnd);
            counted[codes.Overdue] = (register, balance => balance.OverdueAtEnd);
        }

        var columns = new FigureColumns(
            CubeTrees.Of(state.Hierarchy, today),
            [.. state.Indicators.All.Select(i => i.OverTime)],
            indicator => counted.TryGetValue(state.Indicators[indicator].Code, out (Lazy<CountedRegister> Register, Func<RegisterBalance, long> Value) of)
                ? Merged(statementsOf(indicator), of.Register.Value, month => of.Register.Value.Of(indicator, month, of.Value))
                : statementsOf(indicator).Select(s => new FigureSeries(s.Period, s.Figures)),
            Dues.Of(state, today));
        return new PastFigures(columns, state, today, stated) { _all = () => state.Indicators.All.SelectMany(i => statementsOf(i.Number)).SelectMany(s => s.Figures()), _again = other => Of(other, today, statementsOf, stated) };
    }

    /// <summary>The same figures and registers in another structure of the same committees.</summary>
    /// <exception cref="InvalidOperationException">It was not put together from the log.</exception>
    internal PastFigures In(Hierarchy hierarchy) => _again?.Invoke(Now with { Hierarchy = hierarchy }) ?? throw new InvalidOperationException("Only what is put together from the log is added up in another structure.");

    /// <summary>A register says more than what was once stated in its place.</summary>
    private static IEnumerable<FigureSeries> Merged(IEnumerable<(Period Period, Func<IEnumerable<Figure>> Figures)> stated, CountedRegister register, Func<Period, IEnumerable<Figure>> counted)
    {
        var before = stated.ToDictionary(s => s.Period, s => s.Figures);
        return from period in register.Months().Union(before.Keys)
               let earlier = before.GetValueOrDefault(period)
               select new FigureSeries(period, () => earlier is null ? counted(period) : counted(period).UnionBy(earlier(), figure => figure.Committee));
    }
}
