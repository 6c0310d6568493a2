using System.Collections.Immutable;
using Dashboard.Domain.Meetings;
using Dashboard.Layout;
using Dashboard.Live;
using Dashboard.MeetingBook;
using Dashboard.Overview;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Meetings;

/// <summary>What the page lists: whose decisions, in which order, and nothing of who lies outside.</summary>
public sealed class MeetingListTests(MeetingOffice office) : IClassFixture<MeetingOffice>
{
    private static readonly DateOnly Today = SampleDatabase.Today;

    [Fact]
    public void Open_decisions_come_first_the_longest_overdue_at_the_top_and_done_ones_last()
    {
        LiveState state = With(Made(1, "HU-MAU-01", 5), Made(2, "HU-MAU-02", -3), Made(3, "HU-MAU-02", -9), Made(4, "HU-MAU-01", -20) with { DoneOn = Today });
        MeetingList list = List(state, "TU-MAU");
        Assert.Equal([3, 2, 1, 4], list.Rows.Select(row => row.Decision.Id));
        Assert.Equal([true, true, false, false], list.Rows.Select(row => row.IsOverdue));
        Assert.Equal((4, 3, 2, 1), (list.Count(DecisionState.All), list.Count(DecisionState.Open), list.Count(DecisionState.Overdue), list.Count(DecisionState.Done)));
        Assert.Equal([3, 2], List(state, "TU-MAU", "?state=overdue").Rows.Select(row => row.Decision.Id));
        Assert.Equal([1, 4], List(state, "TU-MAU", "?committee=HU-MAU-01").Rows.Select(row => row.Decision.Id));
    }

    [Fact]
    public void Who_owes_one_sees_it_and_neither_who_decided_nor_whom_else_it_is_about()
    {
        LiveState state = With(Made(1, "HU-MAU-01", 5) with { About = office.Sample["HU-MAU-02"] }, Made(2, "HU-MAU-02", 5));
        DecisionRow row = Assert.Single(List(state, "HU-MAU-01", sees: committee => committee == office.Sample["HU-MAU-01"]).Rows);
        Assert.Equal((1, "HU-MAU-01", null, null), (row.Decision.Id, row.Owing?.Code, row.About, row.By));
        Assert.Empty(List(state, "HU-MAU-03").Rows);
    }

    [Fact]
    public void A_past_meeting_says_how_much_of_what_it_decided_is_still_open()
    {
        CommitteeMeeting meeting = Meeting(1, closed: true);
        LiveState state = With(Made(1, "HU-MAU-01", 5), Made(2, "HU-MAU-01", -5), Made(3, "HU-MAU-01", -5) with { DoneOn = Today }) with
        {
            Meetings = ImmutableDictionary<long, CommitteeMeeting>.Empty.Add(1, meeting).Add(2, Meeting(2, closed: true)),
        };
        MeetingList list = List(state, "TU-MAU");
        Assert.Equal([2, 1], list.Past.Select(past => past.Meeting.Id));
        Assert.Equal(new PastMeeting(meeting, 3, 2, 1), list.Past[1]);
        Assert.Equal(2, list.Deciding!.Id);
        Assert.Equal(3, List(state with { Meetings = state.Meetings.Add(3, Meeting(3, closed: false)) }, "TU-MAU").Deciding!.Id);
    }

    [Fact]
    public async Task Decisions_past_their_day_are_on_the_overview_of_who_owes_them_and_of_those_above()
    {
        CancellationToken cancelled = TestContext.Current.CancellationToken;
        long meeting = await office.Desk.OpenAsync(MeetingOffice.Of("leader"), office.Sample["TU-MAU"], MeetingRules.UsualAgenda(false, false), null, cancelled);
        long id = await office.Decisions.DecideAsync(MeetingOffice.Of("leader"), office.Draft(meeting) with { DueOn = office.Meeting(meeting).HeldOn }, cancelled);
        LiveState state = office.Sample.Figures.Now;
        Decision due = state.Decisions[id] with { DecidedOn = Today.AddDays(-9), DueOn = Today.AddDays(-2) };
        foreach (string code in new[] { "TU-MAU", "HU-MAU-01" })
        {
            var question = new OverviewQuestion(office.Sample[code], PageAddress.UsualPeriod(Today), Comparison.Year, StructureView.Now);
            AttentionItem item = Assert.Single(Board(state with { Decisions = state.Decisions.SetItem(id, due) }).Read(question).Attention, a => a.Kind == AttentionKind.DecisionsOverdue);
            Assert.Equal((true, "HU-MAU-01", 1L, 2), (item.IsCritical, item.Committee.Code, item.Count, item.Days));
            Assert.DoesNotContain(Board(state with { Decisions = state.Decisions.SetItem(id, due with { DoneOn = Today }) }).Read(question).Attention, a => a.Kind == AttentionKind.DecisionsOverdue);
        }

        var elsewhere = new OverviewQuestion(office.Sample["HU-MAU-02"], PageAddress.UsualPeriod(Today), Comparison.Year, StructureView.Now);
        Assert.DoesNotContain(Board(state with { Decisions = state.Decisions.SetItem(id, due) }).Read(elsewhere).Attention, a => a.Kind == AttentionKind.DecisionsOverdue);
    }

    [Fact]
    public void The_address_holds_what_is_chosen_and_takes_what_it_cannot_read_as_not_chosen()
    {
        MeetingBookAddress address = Read("?state=open&committee=HU-MAU-01&case=7", "TU-MAU");
        Assert.Equal("/c/TU-MAU/meetings?state=open&committee=HU-MAU-01&case=7", address.Href);
        Assert.Equal("/c/TU-MAU/meetings?state=open&committee=HU-MAU-01", address.Closed.Href);
        Assert.Equal("/c/TU-MAU/meetings", Read("?state=x&case=-1&new=y", "TU-MAU").Href);
    }

    private OverviewBoard Board(LiveState state) => new(new Told(office.Sample.Figures, state));

    private LiveState With(params Decision[] decisions) => office.Sample.Figures.Now with { Decisions = decisions.ToImmutableDictionary(d => d.Id) };

    private Decision Made(long id, string owing, int days) => new()
    {
        Id = id,
        Meeting = 1,
        Committee = office.Sample["TU-MAU"],
        DecidedOn = Today.AddDays(-30),
        Kind = DecisionKind.Report,
        About = office.Sample[owing],
        Owing = office.Sample[owing],
        DueOn = Today.AddDays(days),
    };

    private CommitteeMeeting Meeting(long id, bool closed) => new()
    {
        Id = id,
        Committee = office.Sample["TU-MAU"],
        HeldOn = Today,
        Agenda = MeetingRules.UsualAgenda(false, false),
        OpenedAt = new DateTime(2026, 11, 20, (int)id, 0, 0, DateTimeKind.Utc),
        ClosedAt = closed ? new DateTime(2026, 11, 21, 0, 0, 0, DateTimeKind.Utc) : null,
    };

    private MeetingList List(LiveState state, string code, string query = "", Func<int, bool>? sees = null) => new(state, office.Sample[code], Read(query, code), Today, sees ?? (_ => true));

    private static MeetingBookAddress Read(string query, string code)
    {
        var chosen = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query);
        return MeetingBookAddress.Read(new PageAddress(code, Today) { Tab = "meetings" }, name => chosen.TryGetValue(name, out var value) ? value.ToString() : null);
    }

    /// <summary>The figures of the sample with another state beside them.</summary>
    private sealed class Told(LiveFigures figures, LiveState state) : IFigures
    {
        public LiveState Now => state;

        public DateOnly Today => MeetingListTests.Today;

        public StatedPeriods Stated => figures.Stated;

        public long ChangedAt(int committee) => state.Sequence;

        public T Read<T>(Func<Dashboard.Domain.Rollups.CubeReader, T> read) => figures.Read(read);
    }
}
