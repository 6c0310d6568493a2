using System.Globalization;

namespace Dashboard.Layout;

/// <summary>
/// What is chosen on a page as values in the query of its address: one that cannot be read is as if it were not there, one that is
/// not chosen is left out.
/// </summary>
public static class QueryText
{
    /// <summary>Most characters of a text that is looked for; what is longer is cut.</summary>
    public const int Longest = 100;

    /// <summary>A text without blanks around it; null for nothing else than blanks.</summary>
    public static string? Trimmed(string? text) => text?.Trim() is { Length: > 0 } trimmed ? trimmed[..Math.Min(trimmed.Length, Longest)] : null;

    /// <summary>A day, <c>2026-10-01</c>.</summary>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    /// <summary>A whole number, digits alone.</summary>
    public static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;

    /// <summary>A day as <see cref="Day"/> reads it.</summary>
    public static string? Of(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A number as <see cref="Number"/> reads it.</summary>
    public static string? Of(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    // A colon may stand in a query as it is, and a time of day is read more easily so.
    private static string Escape(string value) => Uri.EscapeDataString(value).Replace("%3A", ":", StringComparison.Ordinal);

    /// <summary>An address with what is chosen, after what may stand in its query already.</summary>
    public static string Join(string address, IEnumerable<(string Name, string? Value)> chosen)
    {
        string query = string.Join('&', chosen.Where(choice => choice.Value is not null).Select(choice => $"{choice.Name}={Escape(choice.Value!)}"));
        return query.Length == 0 ? address : $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}";
    }
}
