using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;

namespace Dashboard.Tests.Rollups;

/// <summary>What one random operation does: a kind and four numbers, each read as far as the kind needs it.</summary>
public readonly record struct Operation(int Kind, int A, int B, int C, int D);

/// <summary>Does the same operations to a cube and to a naive recount.</summary>
public sealed class CubeTrial
{
    private static readonly Period[] Odd =
    [
        Period.Parse("2024-07-01..2025-06-30"), Period.Parse("2024-01-01..2025-12-31"), Period.Parse("2025-01-01..2025-05-31"),
        Period.Parse("2025-02-10..2025-02-20"), Period.Parse("2024-11-01..2025-01-31"), Period.Parse("2024-06-15..2025-12-31"),
    ];

    /// <summary>Nobody states these; they are worked out when asked.</summary>
    private static readonly Period[] Unstated = [Period.Parse("2024-03-01..2025-04-30"), Period.Parse("2023-01-01..2026-12-31"), Period.Parse("2026")];

    private static readonly Period[] Standard =
    [
        .. new[] { 2024, 2025 }.SelectMany(year => Enumerable.Range(1, 12).Select(month => Period.Month(year, month))
            .Concat(Enumerable.Range(1, 4).Select(quarter => Period.Quarter(year, quarter)))
            .Concat([Period.Half(year, 1), Period.Half(year, 2), Period.NineMonths(year), Period.Year(year)])),
    ];

    private static readonly Period[] Statable =
    [
        .. Standard.Where(period => period.Kind != PeriodKind.Month), .. Standard.Where(period => period.Kind == PeriodKind.Quarter),
        .. Standard.Where(period => period.Kind == PeriodKind.Month && period.Start.Month is 1 or 3 or 9), .. Odd,
    ];

    private static readonly OverTime[] OverTimes = [OverTime.Sum, OverTime.Last, OverTime.Sum];

    private readonly NaiveStructure _structure = new();
    private readonly NaiveRecount _naive;
    private readonly FigureCube _cube;
    private readonly int _most;
    private readonly bool _uproots;
    private long _sequence;

    /// <param name="most">So many committees at most.</param>
    /// <param name="uproots">Whether committees may also become roots for a while.</param>
    public CubeTrial(int most, bool uproots = true)
    {
        (_most, _uproots) = (most, uproots);
        int[] parents = [-1, 0, 0, 1, 1, 2, 3, -1];
        Array.ForEach(parents, parent => _structure.Open(parent, null));
        _naive = new NaiveRecount(_structure, OverTimes);
        _cube = new FigureCube(_structure.ToTrees(), OverTimes);
    }

    public FigureCube Cube => _cube;

    public NaiveRecount Naive => _naive;

    public NaiveStructure Structure => _structure;

    public static IReadOnlyList<OverTime> Indicators => OverTimes;

    /// <summary>The periods that a cube may keep totals of.</summary>
    public static IEnumerable<Period> Kept => [.. Standard, .. Odd];

    public static IEnumerable<Period> Periods => [.. Kept, .. Unstated];

    public List<FigureChange> Heard { get; } = [];

    public void Do(Operation operation)
    {
        int committee = operation.A % _structure.Count;
        int other = operation.B % (_structure.Count + 1) - 1;
        var day = new DateOnly(2024 + operation.C % 2, 1 + operation.C / 2 % 12, 1 + operation.D % 28);
        switch (operation.Kind % 32)
        {
            case 0:
                MoveSome(operation, day);
                break;
            case 1 when other >= 0 && _structure.MayClose(committee, other):
                _structure.Close(committee, operation.D % 4 == 0 ? null : other, day);
                break;
            case 2 when _structure.Count < _most && (other < 0 || _structure.Level(other) < 6):
                _structure.Open(other, day);
                break;
            case 3:
                SetDue(operation);
                return;
            case < 4:
                return;
            case < 10:
                Hear(committee, operation.B % OverTimes.Length, Statable[operation.C % Statable.Length], null);
                return;
            default:
                State(committee, operation);
                return;
        }

        _cube.Restructure(_structure.ToTrees());
    }

    /// <summary>The first difference between cube and recount, in words; null when there is none.</summary>
    public string? Difference() => Periods
        .SelectMany(period => Enumerable.Range(0, OverTimes.Length).Select(indicator => Difference(indicator, period)))
        .FirstOrDefault(difference => difference is not null);

    public string? Difference(int indicator, Period period)
    {
        List<Figure>[] over = _naive.Over(indicator, period);
        return Difference(View.Then, indicator, period, over) ?? Difference(View.Now, indicator, period, over);
    }

    private string? Difference(View view, int indicator, Period period, List<Figure>[] over)
    {
        Rollup[] expected = _naive.Totals(view, indicator, period, over);
        Rollup[] actual = [.. Enumerable.Range(0, _structure.Count).Select(committee => _cube.Total(view, committee, indicator, period))];
        var row = new Rollup[OverTimes.Length];
        var series = new Rollup[1];
        for (int committee = 0; committee < actual.Length; committee++)
        {
            _cube.Row(view, committee, period, row);
            if (row[indicator] != actual[committee])
            {
                return $"{view}, committee {committee}, indicator {indicator}, {period}: a row says {row[indicator]}, a single read {actual[committee]}";
            }

            _cube.Series(view, committee, indicator, [period], series);
            if (series[0] != actual[committee])
            {
                return $"{view}, committee {committee}, indicator {indicator}, {period}: a series says {series[0]}, a single read {actual[committee]}";
            }
        }

        int at = Enumerable.Range(0, expected.Length).FirstOrDefault(committee => expected[committee] != actual[committee], -1);
        return at < 0 ? null : $"{view}, committee {at}, indicator {indicator}, {period}: expected {expected[at]}, but was {actual[at]}";
    }

    /// <summary>Up to three moves at once, so that a committee and one above it may change places together.</summary>
    private void MoveSome(Operation operation, DateOnly day)
    {
        for (int move = 0; move <= operation.D % 3; move++)
        {
            int committee = (operation.A + (move * 3)) % _structure.Count;
            int parent = ((operation.B + (move * 7)) % (_structure.Count + 1)) - 1;
            if (_structure.MayMove(committee, parent) && (parent >= 0 || _uproots))
            {
                _structure.Move(committee, parent, day);
            }
        }
    }

    private void SetDue(Operation operation)
    {
        Period period = Standard[operation.A % Standard.Length];
        string form = $"F{operation.B % 2}";
        HashSet<int> indicators = [.. Enumerable.Range(0, OverTimes.Length).Where(indicator => (operation.C >> indicator & 1) != 0)];
        HashSet<int> committees = [.. Enumerable.Range(0, _structure.Count).Where(committee => (operation.D >> committee % 16 & 1) != 0)];
        _naive.Due[(form, period)] = (indicators, committees);
        _cube.SetDue(form, period, indicators, committees);
    }

    private void State(int committee, Operation operation)
    {
        int indicator = operation.B % OverTimes.Length;
        Period period = Statable[operation.C % Statable.Length];
        if (_naive.PartlyOverlaps(committee, indicator, period))
        {
            return;
        }

        Hear(committee, indicator, period, new Figure
        {
            Committee = committee,
            Indicator = indicator,
            Period = period,
            Value = operation.D % 7 == 0 ? 0 : operation.D % 11 == 0 ? operation.D * 1_000_000_007L : operation.D,
            OutOf = operation.D % 3 == 0 ? operation.D + 5L : null,
            Precision = (Precision)(operation.D / 3 % 8 is var draw and < 3 ? draw : 0),
            Standing = (Standing)(operation.D / 5 % 3),
        });
    }

    private void Hear(int committee, int indicator, Period period, Figure? now)
    {
        var key = (committee, indicator, period);
        if (now is null)
        {
            _naive.Figures.Remove(key);
        }
        else
        {
            _naive.Figures[key] = now;
        }

        var change = new FigureChange(committee, indicator, period, now, ++_sequence);
        Heard.Add(change);
        _cube.Apply(change);
    }
}
