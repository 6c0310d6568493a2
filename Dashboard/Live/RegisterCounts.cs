using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Complaints;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Lapses;
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
        var complaints = new HashSet<int>();
        var lapses = new HashSet<int>();
        foreach (LogEntry entry in entries)
        {
            foreach (string row in new[] { entry.Before, entry.After }.OfType<string>())
            {
                _ = entry.Subject switch
                {
                    Subject.Complaint => complaints.Add(LogPayload.Read<Complaint>(row).Committee),
                    Subject.Lapse => lapses.Add(LogPayload.Read<Lapse>(row).Committee),
                    _ => false,
                };
            }
        }

        return
        [
            .. complaints.SelectMany(c => Of(state, c, [.. state.Complaints.Values.Where(x => x.Committee == c).Select(RegisterCase.Of)], RegisterIndicators.Complaints, today)),
            .. lapses.SelectMany(c => Of(state, c, [.. state.Lapses.Values.Where(x => x.Committee == c).Select(RegisterCase.Of)], RegisterIndicators.Lapses, today)),
        ];
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
