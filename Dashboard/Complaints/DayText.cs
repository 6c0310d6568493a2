using System.Globalization;
using Dashboard.Layout;

namespace Dashboard.Complaints;

/// <summary>Days as somebody types them: 22/11/2026, 22-11-2026, 22.11.2026, 22112026 and 2026-11-22 in both languages, 22 Nov 2026 as well.</summary>
public static class DayText
{
    private static readonly DateOnly Earliest = new(2000, 1, 1);

    private static readonly string[] Forms = ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "ddMMyyyy", "yyyy-M-d", "d MMM yyyy", "d MMMM yyyy"];

    /// <summary>The day, as it is written in a field.</summary>
    public static string Of(DateOnly? day) => day is { } known ? Numerals.Day(known) : "";

    /// <summary>Reads a day of this century.</summary>
    public static bool TryRead(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text?.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite, out day) && day >= Earliest;
}
