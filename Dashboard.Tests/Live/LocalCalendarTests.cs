using System.Globalization;
using Dashboard.Live;

namespace Dashboard.Tests.Live;

public sealed class LocalCalendarTests
{
    private static readonly TimeZoneInfo Vietnam = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    [Theory]
    [InlineData("2026-03-31T16:59:59.999Z", "2026-03-31")]
    [InlineData("2026-03-31T17:00:00Z", "2026-04-01")]
    [InlineData("2024-02-29T16:59:59Z", "2024-02-29")]
    public void A_day_begins_at_17_hours_utc(string instant, string day) =>
        Assert.Equal(DateOnly.Parse(day, null), new LocalCalendar(new Fixed(instant), Vietnam).Today);

    [Theory]
    [InlineData("2026-03-31T16:59:59Z", 1)]
    [InlineData("2026-03-31T17:00:00Z", 86_400)]
    public void The_next_midnight_is_ahead(string instant, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), new LocalCalendar(new Fixed(instant), Vietnam).UntilMidnight());

    private sealed class Fixed(string instant) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
    }
}
