using System.Security.Claims;
using Dashboard.Domain;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Meetings;
using Dashboard.Meetings;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Meetings;

/// <summary>Writing decisions on a real file: who may, what is taken, what the log keeps.</summary>
public sealed class DecisionDeskTests(MeetingOffice office) : IClassFixture<MeetingOffice>, IAsyncLifetime
{
    private long _meeting;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static ClaimsPrincipal Leader => MeetingOffice.Of("leader");

    private static ClaimsPrincipal Officer => MeetingOffice.Of("officer");

    public async ValueTask InitializeAsync() => _meeting = office.Sample.Figures.Now.OpenMeeting(office.Sample["TU-MAU"])?.Id
        ?? await office.Desk.OpenAsync(Leader, office.Sample["TU-MAU"], MeetingRules.UsualAgenda(false, false), null, Cancelled);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_decision_is_of_the_committee_and_day_of_its_meeting_and_logged_at_who_owes_it()
    {
        long id = await office.Decisions.DecideAsync(Leader, office.Draft(_meeting) with { Note = "  Mở lớp tập huấn ", DoneOn = new DateOnly(2030, 1, 1) }, Cancelled);
        Decision decided = office.Sample.Figures.Now.Decisions[id];
        Assert.Equal(
            office.Draft(_meeting) with { Id = id, Committee = office.Sample["TU-MAU"], DecidedOn = office.Meeting(_meeting).HeldOn },
            decided);
        LogEntry told = Assert.Single(await office.LogOfAsync(Subject.Decision, id, Cancelled));
        Assert.Equal((id, office.Sample["HU-MAU-01"], "leader"), (told.Sequence, told.Committee!.Value, told.Account));
        Assert.Contains(decided, office.Sample.Figures.Now.OpenDecisions(office.Sample["TU-MAU"], decided.DueOn));
    }

    [Fact]
    public async Task Who_owes_it_says_that_it_is_done_and_takes_that_back_but_takes_no_decision_away()
    {
        Decision decided = await DecidedAsync();
        Assert.Equal("meeting.refused", await RuleAsync(() => office.Decisions.DoneAsync(MeetingOffice.With("officer:HU-MAU-02"), decided, decided.DecidedOn, Cancelled)));
        Assert.Equal("meeting.refused", await RuleAsync(() => office.Decisions.DoneAsync(MeetingOffice.With("viewer:HU-MAU-01"), decided, decided.DecidedOn, Cancelled)));
        await office.Decisions.DoneAsync(Officer, decided, decided.DecidedOn, Cancelled);
        Decision done = office.Sample.Figures.Now.Decisions[decided.Id];
        Assert.Equal(decided.DecidedOn, done.DoneOn);
        Assert.Equal("decision.changed", await RuleAsync(() => office.Decisions.DoneAsync(Officer, decided, decided.DecidedOn, Cancelled)));
        Assert.Equal("meeting.refused", await RuleAsync(() => office.Decisions.TakeBackAsync(Officer, done, Cancelled)));
        await office.Decisions.ReopenAsync(Officer, done, Cancelled);
        Assert.Equal(decided, office.Sample.Figures.Now.Decisions[decided.Id]);
        Assert.Equal(3, (await office.LogOfAsync(Subject.Decision, decided.Id, Cancelled)).Count);
    }

    [Fact]
    public async Task One_written_by_mistake_is_taken_back_and_the_log_keeps_it()
    {
        Decision decided = await DecidedAsync();
        await office.Decisions.TakeBackAsync(Leader, decided, Cancelled);
        Assert.False(office.Sample.Figures.Now.Decisions.ContainsKey(decided.Id));
        Assert.Null((await office.LogOfAsync(Subject.Decision, decided.Id, Cancelled))[0].After);
        Assert.Equal("decision.unknown", await RuleAsync(() => office.Decisions.DoneAsync(Leader, decided, decided.DecidedOn, Cancelled)));
    }

    [Fact]
    public async Task What_cannot_be_decided_is_refused_with_its_rule()
    {
        Assert.Equal("meeting.refused", await DecidingAsync(d => d, Officer));
        Assert.Equal("meeting.unknown", await DecidingAsync(d => d with { Meeting = 9_999 }));
        Assert.Equal("decision.owing", await DecidingAsync(d => d with { Owing = office.Sample["TW"] }));
        Assert.Equal("decision.about", await DecidingAsync(d => d with { About = office.Sample["TW"] }));
        Assert.Equal("decision.due", await DecidingAsync(d => d with { DueOn = d.DueOn.AddYears(-1) }));
        Assert.Equal("indicator.unknown", await DecidingAsync(d => d with { Indicator = 9_999 }));
        Assert.Equal("structure.unknown", await DecidingAsync(d => d with { Owing = 99_999 }));
        Assert.Equal("text.personal", await DecidingAsync(d => d with { Note = "Gọi 0912 345 678" }));
        Domain.Committees.Committee closed = office.Sample.Figures.Now.Hierarchy.Committees.First(c => c.ClosedOn is not null);
        Assert.Equal("decision.notOpen", await DecidingAsync(d => d with { Owing = closed.Number }));
    }

    [Fact]
    public async Task Nothing_is_done_before_it_was_decided_or_in_the_future()
    {
        Decision decided = await DecidedAsync();
        Assert.Equal("decision.doneTooEarly", await RuleAsync(() => office.Decisions.DoneAsync(Leader, decided, decided.DecidedOn.AddDays(-1), Cancelled)));
        Assert.Equal("decision.future", await RuleAsync(() => office.Decisions.DoneAsync(Leader, decided, decided.DecidedOn.AddYears(1), Cancelled)));
    }

    private async Task<Decision> DecidedAsync()
    {
        long id = await office.Decisions.DecideAsync(Leader, office.Draft(_meeting), Cancelled);
        return office.Sample.Figures.Now.Decisions[id];
    }

    private Task<string> DecidingAsync(Func<Decision, Decision> change, ClaimsPrincipal? by = null) =>
        RuleAsync(() => office.Decisions.DecideAsync(by ?? Leader, change(office.Draft(_meeting)), Cancelled));

    private static async Task<string> RuleAsync(Func<Task> act) => (await Assert.ThrowsAsync<BrokenRuleException>(act)).Rule;
}
