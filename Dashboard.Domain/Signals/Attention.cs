namespace Dashboard.Domain.Signals;

/// <summary>
/// What needs attention (cần chú ý): only signals, missed deadlines and missing returns, and what is due within days. The worst
/// comes first; one item a kind names the worst committee, except that each committee's signal stands by itself.
/// </summary>
public static class Attention
{
    /// <summary>The list, ranked: by severity, then kind, then size.</summary>
    public static IReadOnlyList<Concern> Of(AttentionFacts facts)
    {
        IEnumerable<Concern?> items =
        [
            Worst(ConcernKind.ComplaintsOverdue, Severity.Critical, facts.OverdueComplaints),
            Worst(ConcernKind.SecrecyLapses, Severity.Critical, facts.SecrecyLapses),
            Worst(ConcernKind.LapsesOverdue, Severity.Critical, facts.OverdueLapses),
            Worst(ConcernKind.ReturnsMissing, Severity.Critical, facts.MissingReturns),
            Worst(ConcernKind.DecisionsOverdue, Severity.Critical, facts.OverdueDecisions),
            .. Signals(facts.Signals),
            Worst(ConcernKind.ComplaintsDueSoon, Severity.Warning, facts.ComplaintsDueSoon),
        ];
        return [.. items.OfType<Concern>().OrderBy(c => c.Severity).ThenBy(c => c.Kind)];
    }

    /// <summary>The committee with the most is the worst; of equals the one longest past its deadline, or closest to it.</summary>
    private static Concern? Worst(ConcernKind kind, Severity severity, IReadOnlyList<Tally> tallies)
    {
        if (tallies.Count == 0)
        {
            return null;
        }

        bool soonest = kind == ConcernKind.ComplaintsDueSoon;
        Tally worst = tallies.OrderByDescending(t => t.Count).ThenBy(t => soonest ? t.Days : -t.Days).ThenBy(t => t.Committee).First();
        return new Concern
        {
            Kind = kind,
            Severity = severity,
            Committee = worst.Committee,
            Count = tallies.Sum(t => t.Count),
            AtCommittee = worst.Count,
            Days = soonest ? tallies.Min(t => t.Days) : tallies.Max(t => t.Days),
            DaysAtCommittee = worst.Days,
        };
    }

    /// <summary>One a series: of several rules met at one point the first counts. The farthest out comes first.</summary>
    private static IEnumerable<Concern> Signals(IReadOnlyList<CommitteeSignal> signals) =>
        signals.GroupBy(s => (s.Committee, s.Indicator))
            .Select(g => g.MaxBy(s => (s.Period.End, -(int)s.Signal.Rule))!)
            .OrderByDescending(s => Math.Abs(s.Distance))
            .ThenBy(s => s.Committee)
            .Select(s => new Concern { Kind = ConcernKind.Signal, Severity = Severity.Warning, Committee = s.Committee, Count = 1, AtCommittee = 1, Signal = s });
}
