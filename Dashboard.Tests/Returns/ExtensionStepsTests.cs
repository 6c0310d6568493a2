using Dashboard.Domain;
using Dashboard.Domain.Lapses;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;

namespace Dashboard.Tests.Returns;

public sealed class ExtensionStepsTests
{
    private static readonly DateOnly Due = new(2026, 10, 15), Before = new(2026, 10, 10), After = new(2026, 10, 20);
    private static readonly Return Owed = new() { Committee = 3, Form = "quarterly", Period = Period.Quarter(2026, 3), DueOn = Due };

    [Fact]
    public void More_time_is_asked_for_and_granted_and_the_due_day_moves()
    {
        Extension asked = Ask(Owed, new(2026, 10, 25), Before);
        Assert.Equal((ExtensionState.Waiting, Due, "chờ đối chiếu"), (asked.State, asked.DueOn, asked.Note));
        (Extension granted, Return later) = asked.Grant(Owed, Before);
        Assert.Equal((ExtensionState.Granted, Before), (granted.State, granted.AnsweredOn!.Value));
        Assert.Equal((new DateOnly(2026, 10, 25), ReturnState.NotStarted), (later.DueOn, later.State));
    }

    [Fact]
    public void More_time_is_refused_with_a_reason_and_answered_once()
    {
        Extension refused = Ask(Owed, new(2026, 10, 25), Before).Refuse(ExtensionRefusal.NeededByThen, Before);
        Assert.Equal((ExtensionState.Refused, ExtensionRefusal.NeededByThen), (refused.State, refused.Refusal!.Value));
        Assert.Equal("extension.answered", Rule(() => refused.Grant(Owed, Before)));
        Assert.Equal("extension.answered", Rule(() => refused.Refuse(ExtensionRefusal.NotReason, Before)));
    }

    [Theory]
    [InlineData("2026-10-15", "2026-10-10", "the due day itself")]
    [InlineData("2026-10-12", "2026-10-10", "before the due day")]
    [InlineData("2026-11-15", "2026-10-10", "more than 30 days after it")]
    [InlineData("2026-10-19", "2026-10-20", "a day that has passed")]
    [InlineData("2026-11-20", "2026-10-20", "more than 30 days from a late today")]
    public void A_day_that_helps_nobody_is_refused(string until, string today, string why) =>
        Assert.True(Rule(() => Ask(Owed, DateOnly.Parse(until, null), DateOnly.Parse(today, null))) == "extension.day", why);

    [Fact]
    public void A_late_return_may_be_given_time_from_today_on() => Assert.Equal(new DateOnly(2026, 11, 19), Ask(Owed, new(2026, 11, 19), After).Until);

    [Theory]
    [InlineData(ReturnState.Submitted)]
    [InlineData(ReturnState.Approved)]
    public void A_return_that_is_in_needs_no_more_time(ReturnState state)
    {
        Return one = Owed with { State = state };
        Assert.Equal("extension.in", Rule(() => Ask(one, new(2026, 10, 25), Before)));
        Assert.Equal("extension.in", Rule(() => Ask(Owed, new(2026, 10, 25), Before).Grant(one, Before)));
    }

    [Fact]
    public void Nobody_asks_again_before_the_answer_but_after_it()
    {
        Extension asked = Ask(Owed, new(2026, 10, 25), Before);
        Assert.Equal("extension.waiting", Rule(() => Owed.Ask([asked], new(2026, 10, 26), ExtensionReason.Campaign, null, Before)));
        Assert.Equal(ExtensionState.Waiting, Owed.Ask([asked.Refuse(ExtensionRefusal.NotReason, Before)], new(2026, 10, 26), ExtensionReason.Campaign, " ", Before).State);
    }

    [Fact]
    public void A_day_that_passed_while_nobody_answered_is_not_granted() =>
        Assert.Equal("extension.day", Rule(() => Ask(Owed, new(2026, 10, 25), Before).Grant(Owed, new(2026, 10, 26))));

    [Fact]
    public void A_note_about_a_person_is_refused() =>
        Assert.Equal("text.personal", Rule(() => Owed.Ask([], new(2026, 10, 25), ExtensionReason.Campaign, "hỏi 0912 345 678", Before)));

    [Fact]
    public void Granted_before_the_due_day_the_return_is_late_the_day_after_the_new_one()
    {
        Return later = Ask(Owed, new(2026, 10, 25), Before).Grant(Owed, Before).Return;
        Assert.Null(LateReturn.Change(later, null, new(2026, 10, 25)));
        Assert.Equal(new DateOnly(2026, 10, 26), LateReturn.Change(later, null, new(2026, 10, 26))!.FoundOn);
    }

    [Fact]
    public void Granted_after_it_the_lapse_that_was_opened_stays_until_the_return_is_handed_in()
    {
        Lapse late = LateReturn.Change(Owed, null, After)!;
        Return later = Ask(Owed, new(2026, 10, 30), After).Grant(Owed, After).Return;
        Assert.Null(LateReturn.Change(later, late, After));
        Assert.Equal(new DateOnly(2026, 10, 28), LateReturn.Change(later.Draft().Submit(new(2026, 10, 28)), late, new(2026, 10, 28))!.RemediedOn);
    }

    private static Extension Ask(Return one, DateOnly until, DateOnly today) => one.Ask([], until, ExtensionReason.CheckingFiles, " chờ đối chiếu ", today);

    private static string Rule(Action act) => Assert.Throws<BrokenRuleException>(act).Rule;
}
