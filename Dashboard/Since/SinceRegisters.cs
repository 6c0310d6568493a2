using System.Runtime.CompilerServices;
using Dashboard.Domain.Movements;
using Dashboard.Domain.Registers;
using Dashboard.Live;

namespace Dashboard.Since;

/// <summary>The registers of complaints and lapses at two moments.</summary>
internal sealed class SinceRegisters
{
    // A register is the same however often it is compared, and whatever else changes beside it.
    private static readonly ConditionalWeakTable<object, Dictionary<long, RegisterEntry>> Kept = [];

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
        _complaints = (new(ComplaintsOf(known), from, region.WasInside), new(ComplaintsOf(state), to, region.IsInside));
        _lapses = (new(LapsesOf(known), from, region.WasInside), new(LapsesOf(state), to, region.IsInside));
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

    private static Dictionary<long, RegisterEntry> ComplaintsOf(LiveState state) =>
        Kept.GetValue(state.Complaints, _ => state.Complaints.ToDictionary(c => c.Key, c => RegisterEntry.Of(c.Value)));

    private static Dictionary<long, RegisterEntry> LapsesOf(LiveState state) =>
        Kept.GetValue(state.Lapses, _ => state.Lapses.ToDictionary(l => l.Key, l => RegisterEntry.Of(l.Value)));
}
