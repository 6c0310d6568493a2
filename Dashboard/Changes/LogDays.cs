using Dashboard.Live;

namespace Dashboard.Changes;

/// <summary>Days of the committees as instants of the log.</summary>
public static class LogDays
{
    /// <summary>The instant, in UTC, at which a day begins where the committees are.</summary>
    public static DateTime StartOf(this LocalCalendar calendar, DateOnly day)
    {
        DateTime start = day.ToDateTime(TimeOnly.MinValue);
        // A day that begins inside a gap of the clock begins when the gap ends.
        while (calendar.Zone.IsInvalidTime(start))
        {
            start = start.AddMinutes(1);
        }

        // The first and the last hours of the calendar have no other time zone to be told in.
        return day.Year is 1 or 9999 ? DateTime.SpecifyKind(start, DateTimeKind.Utc) : TimeZoneInfo.ConvertTimeToUtc(start, calendar.Zone);
    }

    /// <summary>The instant before which the entries of a day lie; null when there is none.</summary>
    public static DateTime? EndOf(this LocalCalendar calendar, DateOnly? day) => day is { } last && last < DateOnly.MaxValue ? calendar.StartOf(last.AddDays(1)) : null;
}
