using System.Security.Claims;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Meetings;
using Dashboard.Live;
using Dashboard.Meetings;
using Dashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Tests.Meetings;

/// <summary>Steering meetings on a real file: who may, what is kept, and what the log says of it.</summary>
public sealed class MeetingDeskTests(MeetingOffice office) : IClassFixture<MeetingOffice>
{
    private static readonly IReadOnlyList<AgendaItem> Agenda = MeetingRules.UsualAgenda(false, false);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static ClaimsPrincipal Leader => MeetingOffice.Of("leader");

    [Theory]
    [InlineData("leader", "TU-MAU", true)]
    [InlineData("leader", "HU-MAU-05", true)]
    [InlineData("reviewer", "TU-MAU", true)]
    [InlineData("officer", "HU-MAU-01", true)]
    [InlineData("officer", "TU-MAU", false)]
    [InlineData("officer", "HU-MAU-02", false)]
    [InlineData("admin", "TU-MAU", true)]
    [InlineData("screen", "TU-MAU", false)]
    public async Task Whoever_reads_a_committee_steers_its_meetings_and_a_screen_only_shows_them(string account, string committee, bool may)
    {
        Assert.Equal(may, office.Rights.MaySteer(MeetingOffice.Of(account), office.Sample[committee]));
        if (!may)
        {
            Assert.Equal("meeting.refused", await RuleAsync(() => office.Desk.OpenAsync(MeetingOffice.Of(account), office.Sample[committee], Agenda, null, Cancelled)));
        }
    }

    [Fact]
    public async Task A_meeting_is_opened_frozen_let_go_closed_and_kept_with_each_step_in_the_log()
    {
        int committee = office.Sample["HU-MAU-03"];
        long before = office.Sample.Figures.Now.Sequence;
        long id = await office.Desk.OpenAsync(Leader, committee, Agenda, null, Cancelled);
        Assert.Equal(id, office.Sample.Figures.Now.OpenMeeting(committee)!.Id);
        Assert.Null(office.Meeting(id).FrozenAt);
        DateTime moment = office.Meeting(id).OpenedAt;

        await office.Desk.FreezeAsync(Leader, id, moment, Cancelled);
        Assert.Equal(moment, office.Meeting(id).FrozenAt);
        Assert.InRange(office.Meeting(id).FrozenSequence!.Value, before, office.Sample.Figures.Now.Sequence - 1);
        await office.Desk.UnfreezeAsync(Leader, id, Cancelled);
        await office.Desk.UnfreezeAsync(Leader, id, Cancelled);
        Assert.Null(office.Meeting(id).FrozenSequence);
        await office.Desk.SetAgendaAsync(Leader, id, [new(SceneKind.Attention, 0)], Agenda, Cancelled);
        long last = office.Sample.Figures.Now.Sequence;
        await office.Desk.CloseAsync(Leader, id, Cancelled);

        Assert.Null(office.Sample.Figures.Now.OpenMeeting(committee));
        CommitteeMeeting kept = Assert.Single(office.Sample.Figures.Now.PastMeetings(committee));
        Assert.Equal((id, last, kept.ClosedAt), (kept.Id, kept.Sequence, kept.Moment));
        Assert.Equal([new(SceneKind.Attention, 0)], kept.Agenda);
        Assert.Equal("meeting.closed", await RuleAsync(() => office.Desk.FreezeAsync(Leader, id, moment, Cancelled)));
        IReadOnlyList<LogEntry> told = await office.LogOfAsync(Subject.Meeting, id, Cancelled);
        Assert.Equal(5, told.Count);
        Assert.All(told, entry => Assert.Equal((committee, "leader"), (entry.Committee!.Value, entry.Account)));
        Assert.Contains("\"frozenAt\":\"", told[3].After, StringComparison.Ordinal);
        Assert.Contains("""[{"scene":"attention","seconds":0}]""", told[0].After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_frozen_is_the_last_entry_at_or_before_the_moment()
    {
        int committee = office.Sample["HU-MAU-04"];
        await using DashboardDb db = office.Sample.Database.CreateDbContext();
        DateTime first = await db.Changes.OrderBy(e => e.Sequence).Select(e => e.At).FirstAsync(Cancelled);
        Assert.Equal("meeting.nothingThen", await RuleAsync(() => office.Desk.OpenAsync(Leader, committee, Agenda, first.AddMilliseconds(-1), Cancelled)));
        Assert.Null(office.Sample.Figures.Now.OpenMeeting(committee));

        long id = await office.Desk.OpenAsync(Leader, committee, Agenda, first, Cancelled);
        Assert.Equal(await db.Changes.Where(e => e.At <= first).MaxAsync(e => e.Sequence, Cancelled), office.Meeting(id).FrozenSequence);
        await office.Desk.CloseAsync(Leader, id, Cancelled);
        Assert.Equal((first, office.Meeting(id).FrozenSequence), (office.Meeting(id).Moment, office.Meeting(id).Sequence));
    }

    [Fact]
    public async Task A_committee_has_one_open_meeting_and_the_next_one_knows_which_came_before()
    {
        int committee = office.Sample["HU-MAU-05"];
        long first = await office.Desk.OpenAsync(Leader, committee, Agenda, null, Cancelled);
        Assert.Equal("meeting.open", await RuleAsync(() => office.Desk.OpenAsync(Leader, committee, Agenda, null, Cancelled)));
        Assert.Null(office.Sample.Figures.Now.LastMeeting(committee, office.Meeting(first).OpenedAt));
        await office.Desk.CloseAsync(Leader, first, Cancelled);
        Assert.Contains(SceneKind.Since, office.Sample.Figures.Now.UsualAgenda(committee, SampleDatabase.Today).Select(item => item.Scene));
        long second = await office.Desk.OpenAsync(Leader, committee, Agenda, null, Cancelled);
        Assert.Equal(first, office.Sample.Figures.Now.LastMeeting(committee, office.Meeting(second).OpenedAt)!.Id);
        await office.Desk.CloseAsync(Leader, second, Cancelled);
        Assert.Equal(first, office.Sample.Figures.Now.LastMeeting(committee, office.Meeting(second).OpenedAt)!.Id);
        Assert.Equal(second, office.Sample.Figures.Now.LastMeeting(committee)!.Id);
    }

    [Fact]
    public async Task The_meeting_that_goes_on_above_is_found_from_below_by_who_may_see_it()
    {
        int top = office.Sample["HU-MAU-08"];
        int below = office.Sample.Figures.Now.Hierarchy.On(SampleDatabase.Today).ChildrenOf(top)[0];
        Func<int, int> above = office.Directory.Search.ParentOf;
        Assert.Null(office.Sample.Figures.Now.OpenMeetingAbove(below, above, number => number == below || number == top));
        long id = await office.Desk.OpenAsync(Leader, top, Agenda, null, Cancelled);
        Assert.Equal(id, office.Sample.Figures.Now.OpenMeetingAbove(below, above, _ => true)?.Id);
        Assert.Equal(id, office.Sample.Figures.Now.OpenMeetingAbove(top, above, _ => true)?.Id);
        Assert.Null(office.Sample.Figures.Now.OpenMeetingAbove(below, above, number => number == below));
    }

    [Fact]
    public async Task What_cannot_be_shown_opens_nothing()
    {
        int committee = office.Sample["HU-MAU-06"];
        Assert.Equal("meeting.empty", await RuleAsync(() => office.Desk.OpenAsync(Leader, committee, [], null, Cancelled)));
        Assert.Equal("meeting.seconds", await RuleAsync(() => office.Desk.OpenAsync(Leader, committee, [new(SceneKind.Trend, 2)], null, Cancelled)));
        Assert.Equal("meeting.future", await RuleAsync(() => office.Desk.OpenAsync(Leader, committee, Agenda, TestClock.Now.AddHours(1), Cancelled)));
        Assert.Equal("meeting.unknown", await RuleAsync(() => office.Desk.CloseAsync(Leader, 9_999, Cancelled)));
        Assert.Null(office.Sample.Figures.Now.OpenMeeting(committee));
    }

    [Fact]
    public async Task Who_saves_scenes_begun_from_others_than_hold_is_told_whose_they_are_and_may_put_the_own_in_their_place()
    {
        IReadOnlyList<AgendaItem> theirs = [new(SceneKind.Attention, 0)], mine = [new(SceneKind.Trend, 30)];
        long id = await office.Desk.OpenAsync(Leader, office.Sample["HU-MAU-12"], Agenda, null, Cancelled);
        await office.Desk.SetAgendaAsync(MeetingOffice.Of("reviewer"), id, theirs, Agenda, Cancelled);
        DateTime saved = office.Sample.Figures.Now.ChangedAt!.Value;
        // What happens to the meeting otherwise is nobody's choice of scenes.
        await office.Desk.FreezeAsync(Leader, id, office.Meeting(id).OpenedAt, Cancelled);

        var met = await Assert.ThrowsAsync<AgendaConflictException>(() => office.Desk.SetAgendaAsync(Leader, id, mine, Agenda, Cancelled));
        Assert.Equal(("meeting.conflict", "reviewer"), (met.Rule, met.By!.Account));
        Assert.Equal(saved, met.By.At);
        Assert.Equal(theirs, met.Theirs);
        Assert.Equal(theirs, office.Meeting(id).Agenda);
        // The same scenes are no conflict, whoever was first.
        await office.Desk.SetAgendaAsync(Leader, id, theirs, Agenda, Cancelled);

        await office.Desk.SetAgendaAsync(Leader, id, mine, met.Theirs, Cancelled);
        Assert.Equal(mine, office.Meeting(id).Agenda);
        met = await Assert.ThrowsAsync<AgendaConflictException>(() => office.Desk.SetAgendaAsync(MeetingOffice.Of("reviewer"), id, Agenda, theirs, Cancelled));
        Assert.Equal("leader", met.By!.Account);
        await office.Desk.CloseAsync(Leader, id, Cancelled);
        Assert.Equal("meeting.closed", await RuleAsync(() => office.Desk.SetAgendaAsync(Leader, id, Agenda, theirs, Cancelled)));
    }

    [Fact]
    public async Task What_the_log_tells_one_by_one_is_what_the_rows_say()
    {
        long from = office.Sample.Figures.Now.Sequence;
        LiveState start = office.Sample.Figures.Now;
        long id = await office.Desk.OpenAsync(Leader, office.Sample["HU-MAU-07"], Agenda, null, Cancelled);
        long kept = await office.Decisions.DecideAsync(Leader, office.Draft(id, "HU-MAU-07"), Cancelled);
        long taken = await office.Decisions.DecideAsync(Leader, office.Draft(id, "HU-MAU-07"), Cancelled);
        await office.Decisions.TakeBackAsync(Leader, office.Sample.Figures.Now.Decisions[taken], Cancelled);
        await office.Desk.CloseAsync(Leader, id, Cancelled);

        IReadOnlyList<LogEntry> entries = await new LogReader(office.Sample.Database).ReadAfterAsync(from, cancellationToken: Cancelled);
        LiveState replayed = entries.Aggregate(start, LogFollower.Apply);
        (LiveState loaded, _) = await new StateLoader(office.Sample.Database).LoadAsync(Cancelled);
        foreach (LiveState state in new[] { replayed, loaded, office.Sample.Figures.Now })
        {
            Assert.Equal(LogPayload.Write(state.Meetings[id]), LogPayload.Write(loaded.Meetings[id]));
            Assert.Equal(loaded.Decisions[kept], state.Decisions[kept]);
            Assert.False(state.Decisions.ContainsKey(taken));
        }

        Assert.Equal(loaded.Meetings.Keys.Order(), replayed.Meetings.Keys.Order());
    }

    private static async Task<string> RuleAsync(Func<Task> act) => (await Assert.ThrowsAsync<BrokenRuleException>(act)).Rule;
}
