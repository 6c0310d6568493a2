using Dashboard.Domain;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Returns;
using Dashboard.Review;

namespace Dashboard.Tests.Review;

public sealed class ReviewFactsTests
{
    private static readonly Period Quarter = Period.Quarter(2026, 3);
    private static readonly Form Asked = new()
    {
        Code = "f",
        Name = "n",
        NameEn = "n",
        Cadence = PeriodKind.Quarter,
        Levels = [CommitteeLevel.District],
        DueDays = 15,
        Sections = [new() { Title = "s", TitleEn = "s", Lines = [new() { Indicator = "one" }, new() { Indicator = "two" }] }],
    };

    [Theory]
    [InlineData(100, 104, false, "little")]
    [InlineData(100, 149, false, "not half as much again")]
    [InlineData(100, 150, true, "half as much again")]
    [InlineData(100, 40, true, "less than half")]
    [InlineData(4, 12, false, "only a handful")]
    [InlineData(0, 10, true, "ten after none")]
    [InlineData(0, 9, false, "nine after none")]
    public void A_figure_changed_much_when_it_is_half_as_much_again_and_more_than_a_handful(long before, long now, bool isLarge, string why) =>
        Assert.True(isLarge == new FigureStep("one", before, now).IsLarge, why);

    [Fact]
    public void The_figure_furthest_from_the_period_before_is_named()
    {
        ReviewFacts facts = ReviewFacts.Of(Sheet(200, 300), (indicator, period) => period == Quarter.Previous() ? 100 : null);
        Assert.Equal((Risk.Changed, new FigureStep("two", 100, 300)), (facts.Risk, facts.Step));
    }

    [Fact]
    public void What_is_not_explained_comes_before_what_is_and_that_before_the_rest()
    {
        Finding open = Warning(isSettled: false), settled = Warning(isSettled: true);
        Assert.Equal(Risk.Unsettled, Facts(settled, open).Risk);
        Assert.Equal(Risk.Explained, Facts(settled).Risk);
        Assert.Equal(Risk.None, Facts().Risk);
        Assert.Equal((1, 1), (Facts(settled, open).Unsettled, Facts(settled, open).Explained));
    }

    [Fact]
    public void A_series_that_jumps_shows_a_signal_and_a_quiet_one_none()
    {
        Assert.Equal(0, ReviewFacts.Of(Sheet(10, 10), (_, period) => 10 + (period.Start.Month % 2)).Signals);
        Assert.Equal(2, ReviewFacts.Of(Sheet(60, 60), (_, period) => 10 + (period.Start.Month / 3 % 2)).Signals);
        Assert.Equal(0, ReviewFacts.Of(Sheet(4, 4), (_, _) => 0).Signals);
    }

    [Fact]
    public void Late_is_said_only_where_nothing_else_is_found()
    {
        Return late = new() { Committee = 0, Form = "f", Period = Quarter, DueOn = new(2026, 10, 15), SubmittedOn = new(2026, 10, 18), State = ReturnState.Submitted };
        var item = new ReviewItem(new ReturnKey(0, "f", Quarter), late, new("A", "A", null), null, Facts());
        Assert.Equal((Risk.Late, 3, true), (item.Risk, item.DaysLate, item.IsClean));
        Assert.Equal((Risk.Explained, false), item with { Facts = Facts(Warning(isSettled: true)) } is { } noted ? (noted.Risk, noted.IsClean) : default);
    }

    private static ReviewFacts Facts(params Finding[] findings) => ReviewFacts.Of(Sheet(1, 1) with { Findings = findings }, (_, _) => null);

    private static Finding Warning(bool isSettled) => new("one", false, new BrokenRuleException("figure.unusual", "unusual"), isSettled);

    private static ReturnSheet Sheet(long one, long two) => new(
        new ReturnKey(0, "f", Quarter), Asked, new Return { Committee = 0, Form = "f", Period = Quarter, DueOn = new(2026, 10, 15) },
        [new() { Indicator = "one", Value = one }, new() { Indicator = "two", Value = two }], []);
}
