using System.Globalization;

namespace Dashboard.MeetingBook;

/// <summary>The moment of a meeting as an address names it.</summary>
internal static class MeetingMoment
{
    /// <summary>Where the committees are, <c>2026-11-22T08:00</c>; with seconds where it has any.</summary>
    public static string Of(DateTime utc, TimeZoneInfo zone)
    {
        DateTime local = TimeZoneInfo.ConvertTimeFromUtc(utc, zone);
        return local.ToString(local.Ticks % TimeSpan.TicksPerMinute == 0 ? "yyyy-MM-dd'T'HH:mm" : "yyyy-MM-dd'T'HH:mm:ss.FFF", CultureInfo.InvariantCulture);
    }
}
