using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Plans;
using Dashboard.Domain.Rollups;
using Dashboard.Domain.Signals;
using Dashboard.Live;

namespace Dashboard.Figures;

/// <summary>Computes the pivot of one committee from one moment of the live state and the cube. Pure: no clock, no database.</summary>
/// <param name="state">What holds, but for the figures.</param>
/// <param name="ground">What of the pivot no figure changes; it holds for <paramref name="state"/>.</param>
/// <param name="cube">The figures of one moment.</param>
/// <param name="today">Today where the committees are.</param>
internal sealed class PivotReader(LiveState state, PivotGround ground, CubeReader cube, DateOnly today)
{
    /// <summary>What is added up, by the beginning of the codes: nothing else of a topic counts the same things.</summary>
    private static readonly string[] Totals = ["vetting.", "paperwork.issued."];

    private readonly PivotPeriods _periods = ground.Periods;
    private readonly CubeReader _cube = cube;

    public Pivot Read(PivotQuestion question)
    {
        var groups = new List<PivotGroup>();
        int number = 0;
        foreach (string topic in state.Indicators.All.Select(i => i.Topic).Distinct())
        {
            List<PivotRow> rows = RowsOf(question, topic);
            if (rows.Count > 0)
            {
                groups.Add(new PivotGroup(topic, groups.Count + 1, Numbered(rows, ref number).ToValueList()));
            }
        }

        return new Pivot
        {
            Sequence = state.Sequence,
            ChangedAt = state.ChangedAt,
            Today = today,
            Question = question,
            Columns = ground.Columns,
            Groups = groups.ToValueList(),
            Breaks = ground.Breaks,
            OwnReturn = ground.OwnReturn,
        };
    }

    private List<PivotRow> RowsOf(PivotQuestion question, string topic)
    {
        var rows = new List<PivotRow>();
        Series[] all = [.. state.Indicators.OfTopic(topic).Select(i => SeriesOf(question.Committee, i)).Where(IsShown)];
        foreach (string prefix in Totals.Where(t => t.StartsWith($"{topic}.", StringComparison.Ordinal)))
        {
            Series[] parts = [.. all.Where(s => s.Indicator!.Code.StartsWith(prefix, StringComparison.Ordinal))];
            if (parts.Length > 1)
            {
                rows.AddRange(TotalRows(question, prefix, parts));
                all = [.. all.Except(parts)];
            }
        }

        rows.AddRange(all.Select(series => RowOf(question, series, isPart: false)));
        return rows;
    }

    private IEnumerable<PivotRow> TotalRows(PivotQuestion question, string prefix, Series[] parts)
    {
        Series total = Add(prefix.TrimEnd('.'), parts);
        PivotRow row = RowOf(question, total, isPart: false);
        yield return row;
        foreach (Series part in parts)
        {
            yield return RowOf(question, part, isPart: true);
        }

        if (row.Cells.Any(cell => cell.Share is not null))
        {
            long?[] plans = [.. Enumerable.Range(0, _periods.All.Length).Select(at => ground.Plans[at]?.Of(total.Parts))];
            yield return row with
            {
                Key = row.Key + "|plan",
                Kind = PivotRowKind.Plan,
                Direction = Direction.Neutral,
                Cells = Shown(at => new PivotCell { Value = plans[at], Base = At(plans, at - _periods.ToLastYear), Standing = Standing.Final }),
                Spark = plans.AsSpan(_periods.First).ToArray().ToValueList(),
                LastIsOpen = false,
            };
            yield return row with
            {
                Key = row.Key + "|progress",
                Kind = PivotRowKind.Progress,
                Cells = row.Cells.Select(cell => new PivotCell { Share = cell.Share, BaseShare = cell.BaseShare, Standing = cell.Standing, Precision = cell.Precision }).ToValueList(),
                Spark = row.Cells.Select(cell => cell.Share is { } share ? (long?)Math.Round(share * 10_000) : null).ToValueList(),
            };
        }
    }

    private PivotRow RowOf(PivotQuestion question, Series series, bool isPart)
    {
        HashSet<int> signals = [.. SignalsOf(series)];
        ValueList<PivotCell> cells = Shown(at => CellOf(question, series, at) with { IsSignal = signals.Contains(at) });
        PivotCell last = cells[^1];
        return new PivotRow
        {
            Key = series.Key,
            Kind = series.Indicator is null ? PivotRowKind.Total : PivotRowKind.Indicator,
            Indicator = series.Indicator,
            IsPart = isPart,
            Direction = series.Direction,
            Cells = cells,
            Spark = cells.Select(cell => cell.Value).ToValueList(),
            LastIsOpen = last.Standing == Standing.Provisional || last.Precision != Precision.Exact || ground.Columns[^1].IsRunning,
        };
    }

    private PivotCell CellOf(PivotQuestion question, Series series, int at)
    {
        Rollup rollup = series.Rollups[at];
        int before = at - _periods.ToLastYear;
        FigureNote? note = series.Indicator is null ? null : FigureNotes.At(state, question.Committee, series.Indicator.Number, _periods.All[at], today);
        return new PivotCell
        {
            Value = rollup.Value,
            OutOf = rollup.OutOf,
            Precision = rollup.Precision,
            Standing = rollup.Standing,
            Reported = rollup.Reported,
            Expected = rollup.Expected,
            Base = before >= 0 && before < at ? series.Rollups[before].Value : null,
            Share = ShareOf(question.Committee, series, at),
            BaseShare = before >= 0 && before < at ? ShareOf(question.Committee, series, before) : null,
            Note = note?.Text,
            NoteUntil = note?.ExpiresOn,
        };
    }

    private double? ShareOf(int committee, Series series, int at)
    {
        Rollup rollup = series.Rollups[at];
        long? plan = ground.Plans[at]?.Of(series.Parts);
        Amount? yearToDate = plan is null ? null : AmountOf(YearToDate(committee, series, _periods.All[at].YearToDate()));
        return Progress.Of(yearToDate, plan, AmountOf(rollup))?.Share;
    }

    private Rollup YearToDate(int committee, Series series, Period period) =>
        Sum([.. series.Parts.Select(part => _cube.Total(ground.View, committee, part, period))]);

    private static Amount? AmountOf(Rollup rollup) => rollup.Value is { } value ? new Amount(value, rollup.OutOf, rollup.Precision, rollup.Standing) : null;

    /// <summary>Indexes of the periods that are news; a run is news once, not for as long as it lasts. A total that still lacks some of its parts is not judged.</summary>
    private IEnumerable<int> SignalsOf(Series series)
    {
        Rollup last = series.Rollups[^1];
        bool isIn = last.Reported == last.Expected && !ground.Columns[^1].IsRunning;
        long?[] values = [.. series.Rollups.Select(rollup => rollup.Value)];
        values[^1] = isIn ? values[^1] : null;
        IReadOnlyList<Signal> signals = ProcessChart.Of(values, ground.FreshStarts).Signals;
        return signals.Where(signal => signal.Rule is not (SignalRule.RunOnOneSide or SignalRule.RunOfChange) || !signals.Any(other => other.Rule == signal.Rule && other.Index == signal.Index - 1))
            .Select(signal => signal.Index);
    }

    private Series SeriesOf(int committee, int indicator)
    {
        var rollups = new Rollup[_periods.All.Length];
        _cube.Series(ground.View, committee, indicator, _periods.All, rollups);
        Indicator one = state.Indicators[indicator];
        return new Series(one.Code, one, [indicator], one.Direction, rollups);
    }

    private static Series Add(string key, Series[] parts) => new(
        key, null, [.. parts.SelectMany(part => part.Parts)], parts[0].Direction,
        [.. Enumerable.Range(0, parts[0].Rollups.Length).Select(at => Sum([.. parts.Select(part => part.Rollups[at])]))]);

    private static Rollup Sum(Rollup[] parts)
    {
        Rollup[] stated = [.. parts.Where(part => part.Value is not null)];
        int reported = parts.Max(part => part.Reported);
        int expected = parts.Max(part => part.Expected);
        return stated.Length == 0 ? new Rollup(null, null, Precision.Exact, reported, expected, 0) : new Rollup(
            stated.Sum(part => part.Value),
            Array.TrueForAll(stated, part => part.OutOf is not null) ? stated.Sum(part => part.OutOf) : null,
            stated.Aggregate(Precision.Exact, (all, part) => all.With(part.Precision)),
            reported,
            expected,
            stated.Sum(part => part.Provisional),
            stated.Aggregate(Standing.Final, (all, part) => all.With(part.Standing)));
    }

    // Nothing stated and nothing owed in any period shown: the committee has nothing to do with it.
    private bool IsShown(Series series) => series.Rollups.AsSpan(_periods.First).ToArray().Any(rollup => rollup.Value is not null || rollup.Expected > 0);

    private ValueList<PivotCell> Shown(Func<int, PivotCell> cell) => Enumerable.Range(_periods.First, _periods.Shown).Select(cell).ToValueList();

    private long? At(long?[] values, int at) => at >= 0 && _periods.ToLastYear > 0 ? values[at] : null;

    private static List<PivotRow> Numbered(List<PivotRow> rows, ref int number)
    {
        var numbered = new List<PivotRow>();
        int part = 0;
        foreach (PivotRow row in rows)
        {
            part = row.IsPart ? part + 1 : 0;
            number += row.IsPart ? 0 : 1;
            numbered.Add(row with { Number = row.IsPart ? FormattableString.Invariant($"{number}.{part}") : FormattableString.Invariant($"{number}") });
        }

        return numbered;
    }

    /// <summary>The rollups of one indicator, or of several together, over all periods.</summary>
    private sealed record Series(string Key, Indicator? Indicator, int[] Parts, Direction Direction, Rollup[] Rollups);
}
