using Dashboard.Domain.Complaints;
using Dashboard.Domain.Lapses;
using Dashboard.Domain.Meetings;
using Dashboard.Domain.Returns;

namespace Dashboard.Domain.Signals;

/// <summary>What the attention list is made of, each list with at most one tally a committee.</summary>
public sealed record AttentionFacts
{
    /// <summary>Complaints past their deadline.</summary>
    public IReadOnlyList<Tally> OverdueComplaints { get; init; } = [];

    /// <summary>Complaints with 7 days or fewer left.</summary>
    public IReadOnlyList<Tally> ComplaintsDueSoon { get; init; } = [];

    /// <summary>Lapses open past the day they were to be remedied by, of every kind: the number the register shows.</summary>
    public IReadOnlyList<Tally> OverdueLapses { get; init; } = [];

    /// <summary>Leaks of documents not remedied, with the days since the first was found.</summary>
    public IReadOnlyList<Tally> SecrecyLapses { get; init; } = [];

    /// <summary>Returns that were due and never handed in.</summary>
    public IReadOnlyList<Tally> MissingReturns { get; init; } = [];

    /// <summary>What meetings decided, not done by its due day, at the committees that owe it.</summary>
    public IReadOnlyList<Tally> OverdueDecisions { get; init; } = [];

    /// <summary>Signals in the latest points.</summary>
    public IReadOnlyList<CommitteeSignal> Signals { get; init; } = [];

    /// <summary>Counts registers and returns as they stand on <paramref name="today"/>.</summary>
    /// <param name="complaints">Complaints of all committees looked at.</param>
    /// <param name="lapses">Their lapses.</param>
    /// <param name="returns">Their returns, also those not started.</param>
    /// <param name="signals">Signals in their latest points.</param>
    /// <param name="today">The day it is.</param>
    /// <param name="under">The committee under which another is shown, e.g. the one directly below the top; itself by default.</param>
    /// <param name="decisions">What meetings decided that they owe.</param>
    public static AttentionFacts From(
        IEnumerable<Complaint> complaints,
        IEnumerable<Lapse> lapses,
        IEnumerable<Return> returns,
        IEnumerable<CommitteeSignal> signals,
        DateOnly today,
        Func<int, int>? under = null,
        IEnumerable<Decision>? decisions = null)
    {
        Func<int, int> shown = under ?? (n => n);
        Complaint[] openComplaints = [.. complaints.Where(c => c.IsOpenOn(today))];
        Lapse[] openLapses = [.. lapses.Where(l => l.IsOpenOn(today))];
        IEnumerable<Lapse> overdue = openLapses.Where(l => l.IsOverdueOn(today));
        IEnumerable<Return> missing = returns.Where(r => !r.IsIn && r.SubmittedOn is null && r.DueOn < today);
        return new AttentionFacts
        {
            OverdueComplaints = Most(openComplaints.Where(c => c.IsOverdueOn(today)), c => shown(c.Committee), c => -c.DaysLeft(today)),
            ComplaintsDueSoon = Fewest(openComplaints.Where(c => c.BandOn(today) == DeadlineBand.DueSoon), c => shown(c.Committee), c => c.DaysLeft(today)),
            OverdueLapses = Most(overdue, l => shown(l.Committee), l => Days(l.RemedyDueOn, today)),
            SecrecyLapses = Most(openLapses.Where(l => l.Kind == LapseKind.Secrecy), l => shown(l.Committee), l => Days(l.FoundOn, today)),
            MissingReturns = Most(missing, r => shown(r.Committee), r => Days(r.DueOn, today)),
            OverdueDecisions = Most((decisions ?? []).Where(d => d.IsOverdueOn(today)), d => shown(d.Owing), d => Days(d.DueOn, today)),
            Signals = [.. signals],
        };
    }

    private static Tally[] Most<T>(IEnumerable<T> cases, Func<T, int> committee, Func<T, int> days) =>
        [.. cases.GroupBy(committee).Select(g => new Tally(g.Key, g.Count(), g.Max(days)))];

    private static Tally[] Fewest<T>(IEnumerable<T> cases, Func<T, int> committee, Func<T, int> days) =>
        [.. cases.GroupBy(committee).Select(g => new Tally(g.Key, g.Count(), g.Min(days)))];

    private static int Days(DateOnly from, DateOnly today) => today.DayNumber - from.DayNumber;
}
