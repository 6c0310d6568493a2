using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Complaints;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Lapses;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Registers;

namespace Dashboard.Live;

/// <summary>
/// Counts the registers of complaints and lapses into figures by month, so that they roll up like any indicator. They are
/// in no log: they follow from entries of the registers and from the day.
/// </summary>
internal sealed class RegisterCounts
{
    // Above every sequence of the log, and each time higher: what was counted last holds.
    private long _sequence = 1L << 62;

    /// <summary>All figures of all registers.</summary>
    public List<FigureChange> All(LiveState state, DateOnly today) =>
    [
        .. state.Complaints.Values.GroupBy(c => c.Committee).SelectMany(g => Of(state, g.Key, [.. g.Select(RegisterCase.Of)], RegisterIndicators.Complaints, today)),
        .. state.Lapses.Values.GroupBy(l => l.Committee).SelectMany(g => Of(state, g.Key, [.. g.Select(RegisterCase.Of)], RegisterIndicators.Lapses, today)),
    ];

    /// <summary>The figures of the registers that these entries changed.</summary>
    public List<FigureChange> After(IEnumerable<LogEntry> entries, LiveState state, DateOnly today)
    {
        var complaints = new Dictionary<int, DateOnly>();
        var lapses = new Dictionary<int, DateOnly>();
        foreach (LogEntry entry in entries)
        {
            foreach (string row in new[] { entry.Before, entry.After }.OfType<string>())
            {
                if (entry.Subject == Subject.Complaint)
                {
                    Complaint complaint = LogPayload.Read<Complaint>(row);
                    Note(complaints, complaint.Committee, complaint.ReceivedOn);
                }
                else if (entry.Subject == Subject.Lapse)
                {
                    Lapse lapse = LogPayload.Read<Lapse>(row);
                    Note(lapses, lapse.Committee, lapse.FoundOn);
                }
            }
        }

        return
        [
            .. complaints.SelectMany(c => After(state, c, [.. state.Complaints.Values.Where(x => x.Committee == c.Key).Select(RegisterCase.Of)], RegisterIndicators.Complaints, today)),
            .. lapses.SelectMany(c => After(state, c, [.. state.Lapses.Values.Where(x => x.Committee == c.Key).Select(RegisterCase.Of)], RegisterIndicators.Lapses, today)),
        ];
    }

    private static void Note(Dictionary<int, DateOnly> earliest, int committee, DateOnly day) =>
        earliest[committee] = earliest.TryGetValue(committee, out DateOnly known) && known < day ? known : day;

    /// <summary>A correction may have moved the first case of a register to a later month: the months before it are counted no more.</summary>
    private IEnumerable<FigureChange> After(LiveState state, KeyValuePair<int, DateOnly> changed, RegisterCase[] cases, RegisterIndicators indicators, DateOnly today)
    {
        long sequence = ++_sequence;
        DateOnly first = cases.Length == 0 ? DateOnly.MaxValue : cases.Min(c => c.Came);
        for (var month = Period.Month(changed.Value.Year, changed.Value.Month); month.End < first && month.Start <= today; month = month.Next())
        {
            foreach (string code in new[] { indicators.Came, indicators.Left, indicators.Open, indicators.Overdue })
            {
                if (state.Indicators.TryNumberOf(code, out int indicator))
                {
                    yield return new FigureChange(changed.Key, indicator, month, null, sequence);
                }
            }
        }

        foreach (FigureChange counted in Of(state, changed.Key, cases, indicators, today))
        {
            yield return counted;
        }
    }

    private IEnumerable<FigureChange> Of(LiveState state, int committee, RegisterCase[] cases, RegisterIndicators indicators, DateOnly today)
    {
        long sequence = ++_sequence;
        foreach (RegisterFigure counted in RegisterFigures.ByMonth(cases, indicators, today))
        {
            if (state.Indicators.TryNumberOf(counted.Indicator, out int indicator))
            {
                var figure = new Figure { Committee = committee, Indicator = indicator, Period = counted.Month, Value = counted.Value };
                yield return new FigureChange(committee, indicator, counted.Month, figure, sequence);
            }
        }
    }
}
