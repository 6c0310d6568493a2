using System.Runtime.CompilerServices;
using Dashboard.Domain.Movements;
using Dashboard.Domain.Registers;
using Dashboard.Live;

namespace Dashboard.Since;

/// <summary>The registers of complaints and lapses at two moments.</summary>
internal sealed class SinceRegisters
{
    // A moment's register is the same however often it is compared.
    private static readonly ConditionalWeakTable<LiveState, Known> Kept = [];

    private readonly (RegisterAt From, RegisterAt To) _complaints;
    private readonly (RegisterAt From, RegisterAt To) _lapses;
    private readonly SinceRegion _region;

    /// <param name="known">What was known at the earlier moment.</param>
    /// <param name="from">The earlier moment's day.</param>
    /// <param name="state">What is known at the later one.</param>
    /// <param name="to">The later moment's day.</param>
    /// <param name="region">Who counts.</param>
    public SinceRegisters(LiveState known, DateOnly from, LiveState state, DateOnly to, SinceRegion region)
    {
        _region = region;
        (Known was, Known now) = (Kept.GetValue(known, Known.Of), Kept.GetValue(state, Known.Of));
        _complaints = (new(was.Complaints, from, region.WasInside), new(now.Complaints, to, region.IsInside));
        _lapses = (new(was.Lapses, from, region.WasInside), new(now.Lapses, to, region.IsInside));
    }

    public MovementBalance ComplaintsOpen => RegisterMovements.Open(_complaints.From, _complaints.To);

    public MovementBalance ComplaintsOverdue => RegisterMovements.Overdue(_complaints.From, _complaints.To);

    public MovementBalance LapsesOpen => RegisterMovements.Open(_lapses.From, _lapses.To);

    public MovementBalance LapsesOverdue => RegisterMovements.Overdue(_lapses.From, _lapses.To);

    public int ComplaintsPassed => Passed(_complaints.From.Day, _complaints.To);

    public int LapsesPassed => Passed(_lapses.From.Day, _lapses.To);

    // Of what is known now: due on the earlier day or later, before the later day, and still open when that day was over.
    private int Passed(DateOnly from, RegisterAt to) => to.Cases.Values.Count(one =>
        one.Case.DueOn >= from && one.Case.DueOn < to.Day && one.Case.IsOpenOn(one.Case.DueOn.AddDays(1)) && _region.IsInside(one.Committee));

    private sealed record Known(Dictionary<long, RegisterEntry> Complaints, Dictionary<long, RegisterEntry> Lapses)
    {
        public static Known Of(LiveState state) => new(
            state.Complaints.ToDictionary(c => c.Key, c => RegisterEntry.Of(c.Value)),
            state.Lapses.ToDictionary(l => l.Key, l => RegisterEntry.Of(l.Value)));
    }
}
