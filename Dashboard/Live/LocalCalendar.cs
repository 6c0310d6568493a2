namespace Dashboard.Live;

/// <summary>Which day it is where the committees are (<c>Dashboard__TimeZone</c>, by default Asia/Ho_Chi_Minh), whatever the server's own zone.</summary>
public sealed class LocalCalendar(TimeProvider time, TimeZoneInfo zone)
{
    /// <summary>The zone that the settings name.</summary>
    public static TimeZoneInfo ZoneOf(IConfiguration configuration) => TimeZoneInfo.FindSystemTimeZoneById(configuration["Dashboard:TimeZone"] ?? "Asia/Ho_Chi_Minh");

    /// <summary>The zone periods and deadlines are meant in.</summary>
    public TimeZoneInfo Zone => zone;

    /// <summary>The calendar day now.</summary>
    public DateOnly Today => DayOf(time.GetUtcNow().UtcDateTime);

    /// <summary>The calendar day of an instant given in UTC.</summary>
    public DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, zone));

    /// <summary>How long from now until the next day begins; more than zero.</summary>
    public TimeSpan UntilMidnight()
    {
        DateTimeOffset now = time.GetUtcNow();
        DateTime next = Today.AddDays(1).ToDateTime(TimeOnly.MinValue);
        // A day that begins inside a gap of the clock begins when the gap ends.
        while (zone.IsInvalidTime(next))
        {
            next = next.AddMinutes(1);
        }

        TimeSpan left = TimeZoneInfo.ConvertTimeToUtc(next, zone) - now.UtcDateTime;
        return left > TimeSpan.Zero ? left : TimeSpan.FromMilliseconds(1);
    }
}
