using Dashboard.Domain;
using Dashboard.Domain.Complaints;

namespace Dashboard.Tests.Complaints;

public sealed class DeadlineRulesTests
{
    private static readonly DateOnly Received = new(2026, 9, 1);
    private static readonly DateOnly Accepted = new(2026, 9, 8);
    private static readonly DeadlineRules Rules = DeadlineRules.Starting;

    [Theory]
    [InlineData(ComplaintKind.Complaint, false, 0, "2026-10-08")]
    [InlineData(ComplaintKind.Complaint, true, 0, "2026-10-23")]
    [InlineData(ComplaintKind.Denunciation, false, 0, "2026-10-08")]
    [InlineData(ComplaintKind.Denunciation, true, 1, "2026-11-07")]
    [InlineData(ComplaintKind.Denunciation, false, 2, "2026-12-07")]
    [InlineData(ComplaintKind.Petition, false, 0, "2026-10-08")]
    public void The_time_runs_from_acceptance(ComplaintKind kind, bool complex, int extensions, string due) =>
        Assert.Equal(DateOnly.Parse(due, null), Rules.DueOn(kind, Received, Accepted, complex, extensions));

    [Fact]
    public void Ten_days_from_receipt_to_decide_on_acceptance() =>
        Assert.All(Enum.GetValues<ComplaintKind>(), kind => Assert.Equal(new DateOnly(2026, 9, 11), Rules.DueOn(kind, Received, null, false, 0)));

    [Theory]
    [InlineData(ComplaintKind.Complaint, 1)]
    [InlineData(ComplaintKind.Denunciation, 3)]
    [InlineData(ComplaintKind.Petition, 1)]
    [InlineData(ComplaintKind.Petition, -1)]
    public void More_extensions_than_the_law_gives_are_refused(ComplaintKind kind, int extensions) =>
        Assert.Equal("complaint.extensions", Assert.Throws<BrokenRuleException>(() => Rules.DueOn(kind, Received, Accepted, false, extensions)).Rule);

    [Fact]
    public void Accepted_before_received_is_refused() =>
        Assert.Equal("complaint.dates", Assert.Throws<BrokenRuleException>(() => Rules.DueOn(ComplaintKind.Petition, Received, Received.AddDays(-1), false, 0)).Rule);

    [Fact]
    public void A_denunciation_is_accepted_extended_twice_and_resolved()
    {
        Complaint complaint = Of(ComplaintKind.Denunciation).Accept(Accepted, false, Rules);
        Assert.Equal(new(2026, 10, 8), complaint.DueOn);
        complaint = complaint.Extend(Rules).Extend(Rules);
        Assert.Equal((2, new DateOnly(2026, 12, 7)), (complaint.Extensions, complaint.DueOn));
        Assert.Equal("complaint.extensions", Assert.Throws<BrokenRuleException>(() => complaint.Extend(Rules)).Rule);
        Assert.Equal("complaint.dates", Assert.Throws<BrokenRuleException>(() => complaint.Resolve(Received.AddDays(-1), ComplaintOutcome.Upheld)).Rule);
        Complaint resolved = complaint.Resolve(new(2026, 11, 1), ComplaintOutcome.Upheld);
        Assert.Empty(ComplaintRules.Faults(resolved, Rules));
        Assert.All(
            new Func<Complaint>[] { () => resolved.Extend(Rules), () => resolved.Accept(Accepted, false, Rules), () => resolved.Resolve(Accepted, ComplaintOutcome.Withdrawn) },
            again => Assert.Equal("complaint.resolved", Assert.Throws<BrokenRuleException>(() => again()).Rule));
    }

    [Fact]
    public void What_is_entered_wrongly_is_listed_whole()
    {
        Complaint wrong = Of(ComplaintKind.Complaint) with
        {
            Reference = "0912345678",
            Category = "Ông A",
            ResolvedOn = Received.AddDays(-1),
            Extensions = 1,
        };
        Assert.Equal(
            ["complaint.reference", "complaint.category", "complaint.dates", "complaint.outcome", "complaint.extensions"],
            ComplaintRules.Faults(wrong, Rules).Select(f => f.Rule));
    }

    [Theory]
    [InlineData("2026-10-07", DeadlineBand.Within)]
    [InlineData("2026-10-08", DeadlineBand.DueSoon)]
    [InlineData("2026-10-15", DeadlineBand.DueSoon)]
    [InlineData("2026-10-16", DeadlineBand.Overdue)]
    public void Seven_days_or_fewer_left_is_soon_and_the_day_after_the_due_day_is_overdue(string day, DeadlineBand band) =>
        Assert.Equal(band, (Of(ComplaintKind.Complaint) with { DueOn = new(2026, 10, 15) }).BandOn(DateOnly.Parse(day, null)));

    [Fact]
    public void Categories_have_codes_of_their_own() =>
        Assert.Equal(ComplaintCategory.All.Count, ComplaintCategory.All.Select(c => c.Code).Distinct().Count());

    private static Complaint Of(ComplaintKind kind) => new()
    {
        Committee = 0,
        Reference = "2026/0042",
        Kind = kind,
        Category = "cadre-work",
        ReceivedOn = Received,
        DueOn = Rules.DueOn(kind, Received, null, false, 0),
    };
}
