using Dashboard.Domain;
using Dashboard.Domain.Meetings;

namespace Dashboard.Tests.Meetings;

/// <summary>Agendas, the steps of a meeting, and what it may decide, by example.</summary>
public sealed class MeetingRulesTests
{
    private static readonly DateTime Morning = new(2026, 11, 23, 1, 0, 0, DateTimeKind.Utc);

    private static readonly CommitteeMeeting Open = new() { Id = 1, Committee = 7, HeldOn = new(2026, 11, 23), Agenda = [new(SceneKind.Figures, 40)], OpenedAt = Morning };

    private static readonly Decision Decided = new()
    {
        Id = 12,
        Meeting = 1,
        Committee = 7,
        DecidedOn = new(2026, 11, 23),
        Kind = DecisionKind.Remedy,
        About = 8,
        Owing = 9,
        DueOn = new(2026, 12, 1),
    };

    [Theory]
    [InlineData(0, true)]
    [InlineData(5, true)]
    [InlineData(3600, true)]
    [InlineData(4, false)]
    [InlineData(-1, false)]
    [InlineData(3601, false)]
    public void A_scene_stays_five_seconds_to_an_hour_or_until_somebody_goes_on(int seconds, bool may)
    {
        AgendaItem[] agenda = [new(SceneKind.Figures, 40), new(SceneKind.Trend, seconds)];
        if (may)
        {
            MeetingRules.Check(agenda);
        }
        else
        {
            Assert.Equal("meeting.seconds", Rule(() => MeetingRules.Check(agenda)));
        }
    }

    [Fact]
    public void An_agenda_has_one_to_twenty_scenes()
    {
        Assert.Equal("meeting.empty", Rule(() => MeetingRules.Check([])));
        AgendaItem[] twenty = [.. Enumerable.Repeat(new AgendaItem(SceneKind.Figures, 40), 20)];
        MeetingRules.Check(twenty);
        Assert.Equal("meeting.tooMany", Rule(() => MeetingRules.Check([.. twenty, twenty[0]])));
    }

    [Fact]
    public void The_usual_agenda_begins_with_what_was_decided_and_compares_only_where_there_was_a_meeting()
    {
        SceneKind[] first = [.. MeetingRules.UsualAgenda(false, false).Select(item => item.Scene)];
        Assert.Equal([SceneKind.Figures, SceneKind.Progress, SceneKind.Trend, SceneKind.Complaints, SceneKind.Lapses, SceneKind.Returns, SceneKind.Attention], first);
        IReadOnlyList<AgendaItem> later = MeetingRules.UsualAgenda(true, true);
        Assert.Equal(Enum.GetValues<SceneKind>(), later.Select(item => item.Scene));
        Assert.All(later, item => Assert.Equal(40, item.Seconds));
        MeetingRules.Check(later);
    }

    [Fact]
    public void A_meeting_is_frozen_at_a_moment_that_has_been_and_of_which_something_is_kept()
    {
        CommitteeMeeting frozen = Open.Freeze(Morning.AddHours(-1).AddTicks(7), 41, Morning);
        Assert.Equal((Morning.AddHours(-1), 41L), (frozen.FrozenAt, frozen.FrozenSequence));
        Assert.Equal(Open, frozen.Unfreeze());
        // “Now” with its ticks is no moment to come for a write of the same millisecond.
        Assert.Equal(Morning, Open.Freeze(Morning.AddTicks(4_000), 41, Morning).FrozenAt);
        Assert.Equal("meeting.future", Rule(() => Open.Freeze(Morning.AddMinutes(1), 41, Morning)));
        Assert.Equal("meeting.nothingThen", Rule(() => Open.Freeze(Morning.AddYears(-9), 0, Morning)));
    }

    [Fact]
    public void A_closed_meeting_is_remembered_by_what_was_shown_and_stays_as_it_was()
    {
        CommitteeMeeting live = Open.Close(Morning.AddHours(2), 99);
        Assert.Equal((99L, Morning.AddHours(2)), (live.Sequence, live.Moment));
        CommitteeMeeting frozen = Open.Freeze(Morning, 41, Morning).Close(Morning.AddHours(2), 99);
        Assert.Equal((41L, Morning), (frozen.Sequence, frozen.Moment));
        Assert.All<Action>(
            [() => live.Close(Morning, 100), () => live.Freeze(Morning, 1, Morning), () => live.Unfreeze(), () => live.Show(Open.Agenda)],
            step => Assert.Equal("meeting.closed", Rule(step)));
    }

    [Fact]
    public void A_decision_is_due_after_its_meeting_within_the_tree_of_who_met_and_names_nobody()
    {
        DecisionRules.Check(Decided, committee => committee is 8 or 9);
        DecisionRules.Check(Decided with { DueOn = Decided.DecidedOn }, _ => true);
        Assert.Equal("decision.due", Rule(() => DecisionRules.Check(Decided with { DueOn = Decided.DecidedOn.AddDays(-1) }, _ => true)));
        Assert.Equal("decision.about", Rule(() => DecisionRules.Check(Decided, committee => committee == 9)));
        Assert.Equal("decision.owing", Rule(() => DecisionRules.Check(Decided, committee => committee == 8)));
        Assert.Equal("text.personal", Rule(() => DecisionRules.Check(Decided with { Note = "Gọi 0912 345 678" }, _ => true)));
        Assert.Equal("text.tooLong", Rule(() => DecisionRules.Check(Decided with { Note = new string('x', DecisionRules.LongestNote + 1) }, _ => true)));
    }

    [Fact]
    public void A_decision_is_open_until_it_is_done_and_overdue_from_the_day_after_its_last()
    {
        Assert.False(Decided.IsOverdueOn(Decided.DueOn));
        Assert.True(Decided.IsOverdueOn(Decided.DueOn.AddDays(1)));
        Decision done = Decided.Done(new DateOnly(2026, 12, 5));
        Assert.True(done.IsOverdueOn(new DateOnly(2026, 12, 4)));
        Assert.False(done.IsOpenOn(new DateOnly(2026, 12, 5)));
        Assert.Equal(Decided, done.Reopen());
        Assert.Equal("decision.done", Rule(() => done.Done(new DateOnly(2026, 12, 6))));
        Assert.Equal("decision.open", Rule(() => Decided.Reopen()));
        Assert.Equal("decision.doneTooEarly", Rule(() => Decided.Done(Decided.DecidedOn.AddDays(-1))));
    }

    private static string Rule(Action act) => Assert.Throws<BrokenRuleException>(act).Rule;
}
