using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;

namespace Dashboard.Tests.Returns;

public sealed class ReminderStepsTests
{
    private static readonly DateOnly Due = new(2026, 10, 15);

    [Theory]
    [InlineData(ReturnState.NotStarted, 0, false)]
    [InlineData(ReturnState.NotStarted, 1, true)]
    [InlineData(ReturnState.Draft, 1, true)]
    [InlineData(ReturnState.SentBack, 40, true)]
    [InlineData(ReturnState.Submitted, 40, false)]
    [InlineData(ReturnState.Approved, 40, false)]
    public void What_is_past_its_due_day_and_not_in_may_be_reminded_of(ReturnState state, int daysAfter, bool may) =>
        Assert.Equal(may, One(state).Remind(null, 7, Due.AddDays(daysAfter)) is { Times: 1, Above: 7, Committee: 3 });

    [Fact]
    public void Once_a_day_and_each_counts()
    {
        Return one = One(ReturnState.Draft);
        Reminder first = one.Remind(null, null, Due.AddDays(2))!;
        Assert.Null(one.Remind(first, 7, Due.AddDays(2)));
        Assert.Null(one.Remind(first, 7, Due.AddDays(1)));
        Reminder second = one.Remind(first, 7, Due.AddDays(3))!;
        Assert.Equal((Due.AddDays(3), 2, 7), (second.LastOn, second.Times, second.Above));
    }

    private static Return One(ReturnState state) => new() { Committee = 3, Form = "TD-QUY", Period = Period.Quarter(2026, 3), DueOn = Due, State = state };
}
