using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Complaints;

namespace Dashboard.Tests.Complaints;

public sealed class ComplaintDeskTests(ComplaintOffice office) : IClassFixture<ComplaintOffice>
{
    private static int _made;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_case_is_entered_accepted_extended_and_resolved_and_is_live_when_the_answer_comes()
    {
        Complaint entered = await EnterAsync(ComplaintKind.Denunciation);
        Assert.Equal(entered, office.Figures.Now.Complaints[entered.Id]);
        Assert.Equal(office.Today.AddDays(9), entered.DueOn);
        Complaint accepted = await office.Desk.AcceptAsync(office.OfA, entered, office.Today, false, Cancelled);
        Complaint extended = await office.Desk.ExtendAsync(office.OfA, accepted, Cancelled);
        Assert.Equal((office.Today.AddDays(60), 1), (extended.DueOn, extended.Extensions));
        Complaint resolved = await office.Desk.ResolveAsync(office.OfA, extended, office.Today, ComplaintOutcome.Upheld, Cancelled);
        Assert.Equal(resolved, office.Figures.Now.Complaints[entered.Id]);
        LogEntry[] told = [.. (await office.Log.ReadAfterAsync(0, cancellationToken: Cancelled)).Where(e => e.Subject == Subject.Complaint && e.Key == entered.Reference)];
        Assert.Equal([null, entered, accepted, extended], told.Select(e => e.Before is null ? null : LogPayload.Read<Complaint>(e.Before)));
        Assert.All(told, e => Assert.Equal(("of-a", office["A1"]), (e.Account, e.Committee)));
    }

    [Fact]
    public async Task What_was_done_last_is_taken_back_unless_somebody_was_there_since()
    {
        Complaint entered = await EnterAsync(ComplaintKind.Petition);
        Complaint resolved = await office.Desk.ResolveAsync(office.OfA, entered, office.Today, ComplaintOutcome.Withdrawn, Cancelled);
        await office.Desk.UndoAsync(office.OfA, resolved, entered, Cancelled);
        Assert.Equal(entered, office.Figures.Now.Complaints[entered.Id]);
        Assert.Equal("complaint.changed", await RuleAsync(() => office.Desk.UndoAsync(office.OfA, resolved, entered, Cancelled)));
    }

    [Fact]
    public async Task Of_two_who_change_the_same_case_the_second_is_told_and_nothing_of_it_is_written()
    {
        Complaint entered = await EnterAsync(ComplaintKind.Complaint);
        Complaint accepted = await office.Desk.AcceptAsync(office.OfA, entered, office.Today, true, Cancelled);
        Assert.Equal(office.Today.AddDays(45), accepted.DueOn);
        Assert.Equal("complaint.changed", await RuleAsync(() => office.Desk.ResolveAsync(office.OfA, entered, office.Today, ComplaintOutcome.Upheld, Cancelled)));
        Assert.Equal(accepted, office.Figures.Now.Complaints[entered.Id]);
    }

    [Fact]
    public async Task Nobody_writes_outside_their_scope_whatever_their_page_thought()
    {
        Complaint entered = await EnterAsync(ComplaintKind.Complaint);
        Assert.Equal("complaint.outside", await RuleAsync(() => office.Desk.RegisterAsync(office.OfB, office.Case("A", ComplaintKind.Complaint, Next(), office.Today), Cancelled)));
        Assert.Equal("complaint.outside", await RuleAsync(() => office.Desk.AcceptAsync(office.OfB, entered, office.Today, false, Cancelled)));
        Assert.Equal("complaint.outside", await RuleAsync(() => office.Desk.UndoAsync(office.OfB, entered, entered with { Category = "other" }, Cancelled)));
        // A claim to more than the account has got does not help.
        Assert.Equal("complaint.outside", await RuleAsync(() => office.Desk.RegisterAsync(office.OfB with { Grants = [Grant.Parse("officer:T")] }, office.Case("A", ComplaintKind.Complaint, Next(), office.Today), Cancelled)));
        Assert.Equal("complaint.outside", await RuleAsync(() => office.Desk.RegisterAsync(office.OfA with { Limit = [Grant.Parse("viewer:A")] }, office.Case("A", ComplaintKind.Complaint, Next(), office.Today), Cancelled)));
        Assert.Equal("complaint.committee", await RuleAsync(() => office.Desk.CorrectAsync(office.OfA, entered, entered with { Committee = office["B"] }, "nhầm", Cancelled)));
    }

    [Fact]
    public async Task Nothing_happens_tomorrow_and_no_deadline_is_made_up()
    {
        DateOnly tomorrow = office.Today.AddDays(1);
        Complaint entered = await EnterAsync(ComplaintKind.Complaint);
        Assert.Equal("complaint.future", await RuleAsync(() => office.Desk.RegisterAsync(office.OfA, office.Case("A", ComplaintKind.Complaint, Next(), tomorrow), Cancelled)));
        Assert.Equal("complaint.future", await RuleAsync(() => office.Desk.AcceptAsync(office.OfA, entered, tomorrow, false, Cancelled)));
        Assert.Equal("complaint.future", await RuleAsync(() => office.Desk.ResolveAsync(office.OfA, entered, tomorrow, ComplaintOutcome.Upheld, Cancelled)));
        Assert.Equal("complaint.dueOn", await RuleAsync(() => office.Desk.RegisterAsync(office.OfA, office.Case("A", ComplaintKind.Complaint, Next(), office.Today) with { DueOn = office.Today.AddDays(90) }, Cancelled)));
        Assert.Equal("complaint.dueOn", await RuleAsync(() => office.Desk.CorrectAsync(office.OfA, entered, entered with { DueOn = office.Today.AddDays(90) }, "gia hạn", Cancelled)));
        Assert.Equal("complaint.extensions", await RuleAsync(() => office.Desk.ExtendAsync(office.OfA, entered, Cancelled)));
    }

    [Fact]
    public async Task A_mistake_is_corrected_with_a_reason_that_names_nobody()
    {
        Complaint entered = await EnterAsync(ComplaintKind.Complaint);
        Complaint corrected = entered with { Kind = ComplaintKind.Petition, ReceivedOn = entered.ReceivedOn.AddDays(-1), DueOn = entered.DueOn.AddDays(-1), Reference = Next() };
        Assert.Equal("complaint.reason", await RuleAsync(() => office.Desk.CorrectAsync(office.OfA, entered, corrected, " ", Cancelled)));
        Assert.Equal("text.personal", await RuleAsync(() => office.Desk.CorrectAsync(office.OfA, entered, corrected, "gọi 0912345678", Cancelled)));
        await office.Desk.CorrectAsync(office.OfA, entered, corrected, "nhầm loại đơn", Cancelled);
        Assert.Equal(corrected, office.Figures.Now.Complaints[entered.Id]);
        Assert.Equal("nhầm loại đơn", (await office.Log.ReadAfterAsync(0, cancellationToken: Cancelled)).Last(e => e.Key == corrected.Reference).Reason);
    }

    [Fact]
    public async Task A_number_is_given_once_in_a_committee()
    {
        Complaint entered = await EnterAsync(ComplaintKind.Complaint);
        Assert.Equal("complaint.duplicate", await RuleAsync(() => office.Desk.RegisterAsync(office.OfA, office.Case("A1", ComplaintKind.Petition, entered.Reference, office.Today), Cancelled)));
        Assert.NotEqual(0, (await office.Desk.RegisterAsync(office.OfA, office.Case("A2", ComplaintKind.Petition, entered.Reference, office.Today), Cancelled)).Id);
    }

    private static string Next() => $"KN-2026-{Interlocked.Increment(ref _made):0000}";

    private Task<Complaint> EnterAsync(ComplaintKind kind) => office.Desk.RegisterAsync(office.OfA, office.Case("A1", kind, Next(), office.Today.AddDays(-1)), Cancelled);

    private static async Task<string> RuleAsync(Func<Task> work) => (await Assert.ThrowsAsync<BrokenRuleException>(work)).Rule;
}
