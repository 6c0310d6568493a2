using System.Globalization;
using System.Text.RegularExpressions;
using Dashboard.Domain.Periods;

namespace Dashboard.Layout;

/// <summary>
/// Reads a period as somebody types it: any notation, and the ways people write them (“q3 2026”, “Quý III/2026”, “9/2026”,
/// “6 tháng đầu năm 2026”, “9 tháng 2016”, “01/01/2016 - 31/05/2016”).
/// </summary>
public static partial class PeriodText
{
    private static readonly string[] Roman = ["i", "ii", "iii", "iv"];

    /// <summary>Reads without throwing.</summary>
    public static bool TryRead(string? typed, out Period period)
    {
        string text = (typed ?? "").Trim();
        return Period.TryParse(text, out period) || Period.TryParse(text.ToUpperInvariant(), out period)
            || (Notation(text.ToLowerInvariant()) is { } notation && Period.TryParse(notation, out period));
    }

    private static string? Notation(string text)
    {
        if (Quarter().Match(text) is { Success: true } quarter)
        {
            int roman = Array.IndexOf(Roman, quarter.Groups[1].Value) + 1;
            return $"{quarter.Groups[2].Value}-Q{(roman > 0 ? roman.ToString(CultureInfo.InvariantCulture) : quarter.Groups[1].Value)}";
        }

        if (NineMonths().Match(text) is { Success: true } nine)
        {
            return $"{nine.Groups[1].Value}-9M";
        }

        if (Half().Match(text) is { Success: true } half)
        {
            return $"{half.Groups[2].Value}-H{(half.Groups[1].Value == "cuối" ? 2 : 1)}";
        }

        if (Month().Match(text) is { Success: true } month)
        {
            return $"{month.Groups[2].Value}-{month.Groups[1].Value.PadLeft(2, '0')}";
        }

        return YearOnly().Match(text) is { Success: true } year ? year.Groups[1].Value : DaysNotation(text);
    }

    private static string? DaysNotation(string text)
    {
        Match days = Days().Match(text);
        return days.Success && TryDay(days.Groups[1].Value, out DateOnly from) && TryDay(days.Groups[2].Value, out DateOnly to)
            ? FormattableString.Invariant($"{from:yyyy-MM-dd}..{to:yyyy-MM-dd}")
            : null;
    }

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, ["d/M/yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    [GeneratedRegex(@"^(?:quý|quy|q)?\s*(iv|i{1,3}|(?<=q\s*)[1-4]|(?<=(?:quý|quy)\s*)[1-4])\s*[/\-\s]\s*(?:năm\s+)?([0-9]{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex Quarter();

    [GeneratedRegex(@"^9\s*tháng(?:\s+đầu)?(?:\s+năm)?[\s/]+([0-9]{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex NineMonths();

    [GeneratedRegex(@"^6\s*tháng\s+(đầu|cuối)(?:\s+năm)?[\s/]+([0-9]{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex Half();

    [GeneratedRegex(@"^(?:tháng\s+)?([0-9]{1,2})[/\-\s]([0-9]{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex Month();

    [GeneratedRegex(@"^năm\s+([0-9]{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex YearOnly();

    [GeneratedRegex(@"^(\S+)\s*(?:-|–|\.\.|đến|to)\s*(\S+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Days();
}
