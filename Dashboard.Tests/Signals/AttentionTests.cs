using CsCheck;
using Dashboard.Domain.Complaints;
using Dashboard.Domain.Lapses;
using Dashboard.Domain.Meetings;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Domain.Signals;

namespace Dashboard.Tests.Signals;

public sealed class AttentionTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly Gen<Tally[]> AnyTallies = Gen.Select(Gen.Int[1, 9], Gen.Int[0, 50]).Array[0, 6].Select(t => t.Select((x, n) => new Tally(n, x.Item1, x.Item2)).ToArray());

    [Fact]
    public void The_list_of_the_overview_is_ranked_as_drawn()
    {
        IReadOnlyList<Concern> list = Attention.Of(new AttentionFacts
        {
            ComplaintsDueSoon = [new(1, 3, 2), new(2, 4, 5)],
            MissingReturns = [new(8, 5, 38), new(3, 6, 12)],
            OverdueLapses = [new(1, 8, 20), new(2, 10, 61)],
            SecrecyLapses = [new(3, 1, 9)],
            OverdueComplaints = [new(4, 3, 41), new(1, 3, 12)],
            Signals = [Of(5, SignalRule.RunOnOneSide, 0.4), Of(6, SignalRule.OutsideLimits, -1.6)],
        });
        Assert.Equal(
            [ConcernKind.ComplaintsOverdue, ConcernKind.SecrecyLapses, ConcernKind.LapsesOverdue, ConcernKind.ReturnsMissing, ConcernKind.Signal, ConcernKind.Signal, ConcernKind.ComplaintsDueSoon],
            list.Select(c => c.Kind));
        Assert.Equal([4, 3, 2, 3, 6, 5, 2], list.Select(c => c.Committee));
        Assert.Equal([6, 1, 18, 11, 1, 1, 7], list.Select(c => c.Count));
        Assert.Equal([41, 9, 61, 38, 0, 0, 2], list.Select(c => c.Days));
        Assert.Equal([41, 9, 61, 12, 0, 0, 5], list.Select(c => c.DaysAtCommittee));
        Assert.Equal(4, list.Count(c => c.Severity == Severity.Critical));
    }

    [Fact]
    public void Nothing_wrong_is_an_empty_list() => Assert.Empty(Attention.Of(new AttentionFacts()));

    [Fact]
    public void Several_rules_met_at_one_point_are_one_concern_and_the_first_rule_counts()
    {
        Concern concern = Assert.Single(Attention.Of(new AttentionFacts { Signals = [Of(5, SignalRule.RunOnOneSide, 1.2), Of(5, SignalRule.OutsideLimits, 1.2)] }));
        Assert.Equal(SignalRule.OutsideLimits, concern.Signal!.Signal.Rule);
    }

    [Fact]
    public void Counts_add_up_and_the_worst_committee_has_the_most() =>
        Gen.Select(AnyTallies, AnyTallies).Sample(
            (overdue, soon) =>
            {
                IReadOnlyList<Concern> list = Attention.Of(new AttentionFacts { OverdueLapses = overdue, ComplaintsDueSoon = soon });
                return Holds(list.SingleOrDefault(c => c.Kind == ConcernKind.LapsesOverdue), overdue, t => t.Max(x => x.Days))
                    && Holds(list.SingleOrDefault(c => c.Kind == ConcernKind.ComplaintsDueSoon), soon, t => t.Min(x => x.Days));
            },
            iter: 1_000);

    [Fact]
    public void Facts_are_counted_from_registers_and_returns_as_they_stand_today()
    {
        Complaint[] complaints =
        [
            Complaint(11, Today.AddDays(-1)), Complaint(12, Today.AddDays(-41)), Complaint(11, Today), Complaint(11, Today.AddDays(7)), Complaint(11, Today.AddDays(8)),
            Complaint(11, Today.AddDays(-5)) with { ResolvedOn = Today, Outcome = ComplaintOutcome.Upheld },
        ];
        Lapse[] lapses = [Lapse(11, LapseKind.Secrecy, Today.AddDays(9)), Lapse(11, LapseKind.Untrained, Today.AddDays(-2)), Lapse(11, LapseKind.Untrained, Today)];
        Return[] returns = [Return(12, ReturnState.NotStarted, null), Return(11, ReturnState.Draft, null), Return(11, ReturnState.SentBack, Today.AddDays(-20)), Return(11, ReturnState.Approved, Today.AddDays(-9))];

        AttentionFacts facts = AttentionFacts.From(complaints, lapses, returns, [], Today, n => n / 10);
        Assert.Equal([new Tally(1, 2, 41)], facts.OverdueComplaints);
        Assert.Equal([new Tally(1, 2, 0)], facts.ComplaintsDueSoon);
        Assert.Equal([new Tally(1, 1, 30)], facts.SecrecyLapses);
        Assert.Equal([new Tally(1, 1, 2)], facts.OverdueLapses);
        Assert.Equal([new Tally(1, 2, 10)], facts.MissingReturns);
        Assert.Equal([12, 11], AttentionFacts.From(complaints, lapses, returns, [], Today).MissingReturns.Select(t => t.Committee));
    }

    [Fact]
    public void Decisions_past_their_day_count_where_they_are_owed_and_as_gravely_as_any_missed_deadline()
    {
        Decision overdue = new() { Meeting = 1, Committee = 1, DecidedOn = Today.AddDays(-30), Kind = DecisionKind.Report, About = 12, Owing = 11, DueOn = Today.AddDays(-3) };
        Decision[] decisions = [overdue, overdue with { Owing = 12, DueOn = Today.AddDays(-9) }, overdue with { DueOn = Today }, overdue with { DoneOn = Today }, overdue with { Owing = 21, DueOn = Today.AddDays(-1) }];
        AttentionFacts facts = AttentionFacts.From([], [], [], [], Today, n => n / 10, decisions);
        Assert.Equal([new Tally(1, 2, 9), new Tally(2, 1, 1)], facts.OverdueDecisions);
        Concern concern = Assert.Single(Attention.Of(facts));
        Assert.Equal((ConcernKind.DecisionsOverdue, Severity.Critical, 1, 3, 2, 9), (concern.Kind, concern.Severity, concern.Committee, concern.Count, concern.AtCommittee, concern.Days));
    }

    private static bool Holds(Concern? concern, Tally[] tallies, Func<Tally[], int> days) => concern is null
        ? tallies.Length == 0
        : concern.Count == tallies.Sum(t => t.Count) && concern.AtCommittee == tallies.Max(t => t.Count) && concern.Days == days(tallies)
            && concern.DaysAtCommittee == tallies.Single(t => t.Committee == concern.Committee).Days;

    private static CommitteeSignal Of(int committee, SignalRule rule, double distance) =>
        new(committee, "vetting", Period.Quarter(2026, 3), 243, new Signal(11, rule, distance > 0), distance);

    private static Complaint Complaint(int committee, DateOnly due) =>
        new() { Committee = committee, Reference = "1", Kind = ComplaintKind.Petition, Category = "other", ReceivedOn = Today.AddDays(-60), DueOn = due };

    private static Lapse Lapse(int committee, LapseKind kind, DateOnly due) =>
        new() { Committee = committee, Kind = kind, FoundOn = Today.AddDays(-30), FoundBy = LapseSource.Inspection, RemedyDueOn = due };

    private static Return Return(int committee, ReturnState state, DateOnly? submitted) =>
        new() { Committee = committee, Form = "quarterly", Period = Period.Quarter(2026, 3), DueOn = Today.AddDays(-10), State = state, SubmittedOn = submitted };
}
