using System.Globalization;

namespace Dashboard.Live;

/// <summary>A moment as an address or a request names it: <c>2026-11-22T08:00</c> where the committees are, or with its own offset (<c>2026-11-22T01:00:00Z</c>).</summary>
public static class MomentText
{
    private static readonly string[] Local = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFF"];

    private static readonly string[] Offset = [.. Local.Select(format => format + "K")];

    /// <summary>The instant, UTC; null for what is no moment, or one that the clock skipped.</summary>
    public static DateTime? Read(string? text, TimeZoneInfo zone)
    {
        if (text is null)
        {
            return null;
        }

        if (DateTime.TryParseExact(text, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local) && local.Year > 1900)
        {
            return zone.IsInvalidTime(local) ? null : TimeZoneInfo.ConvertTimeToUtc(local, zone);
        }

        return DateTimeOffset.TryParseExact(text, Offset, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset instant) && instant.Year > 1900 ? instant.UtcDateTime : null;
    }

    /// <summary>The shortest text that <see cref="Read"/> takes for an instant given in UTC.</summary>
    public static string Of(DateTime utc, TimeZoneInfo zone)
    {
        DateTime local = TimeZoneInfo.ConvertTimeFromUtc(utc, zone);
        return local.ToString(local.TimeOfDay.Ticks % TimeSpan.TicksPerMinute == 0 ? Local[0] : Local[2], CultureInfo.InvariantCulture);
    }
}
