using System.Collections.Immutable;
using Dashboard.Committees;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Movements;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Registers;
using Dashboard.Live;

namespace Dashboard.Since;

/// <summary>
/// Reads what changed between two moments at a committee and below: of the registers, the returns and every reported indicator.
/// Where the log begins after the earlier moment, registers are compared by the days they state, and the rest is left out.
/// </summary>
/// <param name="from">The earlier moment.</param>
/// <param name="to">The later one.</param>
public sealed class SinceReader(SinceMoment from, SinceMoment to)
{
    private static readonly HashSet<string> Counted = [.. new[] { RegisterIndicators.Complaints, RegisterIndicators.Lapses }.SelectMany(r => new[] { r.Came, r.Left, r.Open, r.Overdue })];

    /// <summary>What changed.</summary>
    /// <param name="question">Of which committee and period.</param>
    /// <param name="sees">What the reader may see, by number; nothing else counts, at neither moment.</param>
    /// <param name="withFigures">Whether the figures of returns are read too: most of the work, where only registers and returns are shown.</param>
    public SinceModel Read(SinceQuestion question, Func<int, bool> sees, bool withFigures = true)
    {
        while (true)
        {
            LiveState state = to.Figures.Now;
            SinceModel model = Read(question, state, sees, withFigures);
            // Figures that go on living may have changed while they were read.
            if (to.Figures.Now.Sequence == state.Sequence)
            {
                return model;
            }
        }
    }

    private SinceModel Read(SinceQuestion question, LiveState state, Func<int, bool> sees, bool withFigures)
    {
        bool isKnown = from.IsKnown && question.Committee < from.Figures.Now.Hierarchy.Count;
        ImmutableArray<int> now = state.Hierarchy.ParentsNow(to.Figures.Today);
        ImmutableArray<int> was = isKnown ? from.Figures.Now.Hierarchy.ParentsNow(from.Figures.Today) : now;
        var region = new SinceRegion(question.Committee, was, now, sees);
        LiveState known = isKnown ? from.Figures.Now : state;
        var registers = new SinceRegisters(known, from.Day, state, to.Day, region);
        var rows = new SinceRows(region, state.Hierarchy.Count >= known.Hierarchy.Count ? state.Hierarchy : known.Hierarchy);
        var forms = new Dictionary<(string, Period), int>();
        var returns = new SinceReturns(state, question.Period, region.IsInside, forms);
        List<SinceChange> changes =
        [
            rows.Of(SinceCodes.ComplaintsOpen, "complaints", Direction.Down, registers.ComplaintsOpen),
            rows.Of(SinceCodes.ComplaintsOverdue, "complaints", Direction.Down, registers.ComplaintsOverdue),
            rows.Of(SinceCodes.LapsesOpen, "lapses", Direction.Down, registers.LapsesOpen),
            rows.Of(SinceCodes.LapsesOverdue, "lapses", Direction.Down, registers.LapsesOverdue),
        ];
        if (isKnown)
        {
            changes.Add(OfReturns(returns, new SinceReturns(known, question.Period, region.WasInside, forms), rows));
            changes.AddRange(withFigures ? OfFigures(question, state, region, rows) : []);
        }

        return new SinceModel
        {
            Committee = CommitteeDoor.LinkTo(state.Hierarchy, question.Committee),
            Period = question.Period,
            Span = new SinceSpan(from.At, to.At, from.Day, to.Day, from.Figures.Now.Sequence, state.Sequence, !isKnown),
            Changes = changes.ToValueList(),
            Deadlines = new SinceDeadlines(registers.ComplaintsPassed, registers.LapsesPassed, returns.Passed(from.Day, to.Day)),
        };
    }

    private static SinceChange OfReturns(SinceReturns returns, SinceReturns before, SinceRows rows)
    {
        MovementBalance balance = AmountMovements.Between(before.In, returns.In);
        return rows.Of(SinceCodes.Returns, "returns", Direction.Up, balance, before.Owed > 0, returns.Owed > 0) with
        {
            OutOfStart = before.Owed > 0 ? before.Owed : null,
            OutOfEnd = returns.Owed > 0 ? returns.Owed : null,
        };
    }

    private IEnumerable<SinceChange> OfFigures(SinceQuestion question, LiveState state, SinceRegion region, SinceRows rows)
    {
        int[] all = [.. region.All];
        var was = new OwnAmounts(from.Figures, region.Was, all, question.Period);
        var now = new OwnAmounts(to.Figures, region.Now, all, question.Period);
        int[] total = [.. state.Indicators.OfTopic(SinceCodes.Vetted)];
        yield return Change(SinceCodes.Vetted, SinceCodes.Vetted, Direction.Up, total, null);
        foreach (Indicator indicator in state.Indicators.All.Where(i => !Counted.Contains(i.Code)))
        {
            SinceChange change = Change(indicator.Code, indicator.Topic, indicator.Direction, [indicator.Number], indicator);
            if (change.Start is not null || change.End is not null || change.HasMoved)
            {
                yield return change;
            }
        }

        SinceChange Change(string code, string topic, Direction direction, int[] indicators, Indicator? indicator)
        {
            (Dictionary<(int, int), long> before, Dictionary<(int, int), long> after) = Values(was, now, all, indicators);
            MovementBalance balance = AmountMovements.Between(new(before, region.WasInside), new(after, region.IsInside));
            return rows.Of(code, topic, direction, balance, Has(from.Figures, question, indicators), Has(to.Figures, question, indicators)) with { Indicator = indicator };
        }
    }

    // Whether a 0 was reported is looked at only where the other moment has something.
    private static (Dictionary<(int, int), long> Was, Dictionary<(int, int), long> Now) Values(OwnAmounts was, OwnAmounts now, int[] all, int[] indicators)
    {
        (var before, var after) = (new Dictionary<(int, int), long>(), new Dictionary<(int, int), long>());
        foreach (int committee in all)
        {
            (long[]? old, long[]? recent) = (was.RowOf(committee), now.RowOf(committee));
            foreach (int indicator in indicators)
            {
                Put(before, was, committee, indicator, Cell(old, indicator), Cell(recent, indicator));
                Put(after, now, committee, indicator, Cell(recent, indicator), Cell(old, indicator));
            }
        }

        return (before, after);
    }

    private static long Cell(long[]? row, int indicator) => row is not null && indicator < row.Length ? row[indicator] : 0;

    private static void Put(Dictionary<(int, int), long> into, OwnAmounts amounts, int committee, int indicator, long value, long other)
    {
        if (value != 0 || (other != 0 && amounts.HasReported(committee, indicator)))
        {
            into[(committee, indicator)] = value;
        }
    }

    private static bool Has(IFigures figures, SinceQuestion question, int[] indicators)
    {
        int width = figures.Now.Indicators.Count;
        return figures.Read(cube => indicators.Any(i => i < width && cube.Total(Domain.Rollups.View.Now, question.Committee, i, question.Period).Value is not null));
    }
}
