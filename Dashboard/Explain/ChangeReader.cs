using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Complaints;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Lapses;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Registers;
using Dashboard.Domain.Rollups;
using Dashboard.Live;

namespace Dashboard.Explain;

/// <summary>
/// Reads how a number changed since a day: of what is reported from the log, entry by entry; of what is counted from the days
/// that the registers state. The trees are those of now on both sides.
/// </summary>
public sealed class ChangeReader(IFigures figures, EvidenceReader evidence)
{
    /// <summary>The story of a number since the start of a day.</summary>
    public async Task<ChangeStory> ReadAsync(ProofQuestion question, DateOnly since, CancellationToken cancellationToken)
    {
        while (true)
        {
            LiveState state = figures.Now;
            var ground = ProofGround.Of(state.Hierarchy, figures.Today);
            Dictionary<int, FiguresBefore> before = question.Measured.Register is { } register
                ? Counted(question, register, since.AddDays(-1), state, ground)
                : await ReportedAsync(question, since, state, cancellationToken);
            ChangeStory story = figures.Read(cube => Tell(question, since, before, cube, ground, state));
            if (figures.Now.Sequence == state.Sequence)
            {
                return story;
            }
        }
    }

    private static ChangeStory Tell(ProofQuestion question, DateOnly since, Dictionary<int, FiguresBefore> before, CubeReader cube, ProofGround ground, LiveState state)
    {
        var differences = new SortedDictionary<int, long>();
        foreach ((int indicator, FiguresBefore were) in before)
        {
            foreach ((int branch, long difference) in were.Differences(cube, ground, question.View, question.Committee, indicator, question.Measured.OverTime, question.Period))
            {
                differences[branch] = differences.GetValueOrDefault(branch) + difference;
            }
        }

        long? end = null;
        foreach (int indicator in question.Measured.Indicators)
        {
            end = cube.Total(question.View, question.Committee, indicator, question.Period).Value is { } value ? (end ?? 0) + value : end;
        }

        long start = (end ?? 0) - differences.Values.Sum();
        return new ChangeStory(
            since,
            start == 0 && !HadAny(question, before, cube, ground) ? null : start,
            end,
            differences.Where(d => d.Value != 0).OrderByDescending(d => Math.Abs(d.Value)).ThenBy(d => d.Key)
                .Select(d => new ChangeStep(CommitteeDoor.LinkTo(state.Hierarchy, d.Key), d.Key == question.Committee, d.Value)).ToValueList());
    }

    // A number that came to nothing may have been a zero that somebody reported, or missing.
    private static bool HadAny(ProofQuestion question, Dictionary<int, FiguresBefore> before, CubeReader cube, ProofGround ground) =>
        question.Measured.Indicators.Any(indicator =>
            before.GetValueOrDefault(indicator, FiguresBefore.None).HadAny(cube, ground, question.View, question.Committee, indicator, question.Measured.OverTime, question.Period));

    private async Task<Dictionary<int, FiguresBefore>> ReportedAsync(ProofQuestion question, DateOnly since, LiveState state, CancellationToken cancellationToken)
    {
        var before = question.Measured.Indicators.ToDictionary(i => i, _ => new Dictionary<(int, Period), Figure?>());
        await foreach ((LogEntry entry, int indicator, Period period) in evidence.AllSinceAsync(question, since, state, cancellationToken))
        {
            (int, Period) key = (entry.Committee!.Value, period);
            // The oldest entry tells what was there before all of them.
            before[indicator].TryAdd(key, entry.Before is null ? null : LogPayload.ReadFigure(entry.Before, key.Item1, indicator, period));
        }

        return before.ToDictionary(b => b.Key, b => new FiguresBefore(b.Value));
    }

    private static Dictionary<int, FiguresBefore> Counted(ProofQuestion question, RegisterIndicators register, DateOnly day, LiveState state, ProofGround ground)
    {
        HashSet<int> region = ground.Region(question.View, question.Committee, question.Period);
        IEnumerable<(int Committee, RegisterCase Case)> cases = register == RegisterIndicators.Complaints
            ? state.Complaints.Values.Where(c => region.Contains(c.Committee)).Select((Complaint c) => (c.Committee, RegisterCase.Of(c)))
            : state.Lapses.Values.Where(l => region.Contains(l.Committee)).Select((Lapse l) => (l.Committee, RegisterCase.Of(l)));
        int indicator = question.Measured.Indicators[0];
        var before = new Dictionary<(int, Period), Figure?>();
        foreach (IGrouping<int, RegisterCase> own in cases.GroupBy(c => c.Committee, c => c.Case))
        {
            for (Period month = Period.Month(question.Period.Start.Year, question.Period.Start.Month); month.Start <= question.Period.End; month = month.Next())
            {
                before[(own.Key, month)] = null;
            }

            foreach (RegisterFigure figure in RegisterFigures.ByMonth([.. own], register, day).Where(f => f.Indicator == question.Measured.Code && before.ContainsKey((own.Key, f.Month))))
            {
                before[(own.Key, figure.Month)] = new Figure { Committee = own.Key, Indicator = indicator, Period = figure.Month, Value = figure.Value };
            }
        }

        return new Dictionary<int, FiguresBefore> { [indicator] = new(before) };
    }
}
