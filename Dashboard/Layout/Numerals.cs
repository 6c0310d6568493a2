using System.Collections.Concurrent;
using System.Globalization;
using Dashboard.Disclosure;
using Dashboard.Domain.Figures;

namespace Dashboard.Layout;

/// <summary>
/// Numbers, days and times as the reader's language writes them (the current culture): 4.486 and 46,04% in Vietnamese,
/// 4,486 and 46.04% in English; U+2212 as minus; “–” where nothing was reported.
/// </summary>
public static class Numerals
{
    /// <summary>What stands for a figure that nobody reported.</summary>
    public const string Missing = "–";

    /// <summary>No-break space, between a figure and its word.</summary>
    private const char Tie = '\u00a0';

    private static readonly TimeZoneInfo Hanoi = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");
    private static readonly ConcurrentDictionary<string, NumberFormatInfo> Formats = new();

    /// <summary>A whole number with its groups, “–”, or the mark of a count that is not shown.</summary>
    public static string Whole(long? value) => Withheld.Is(value) ? Withheld.Mark : value?.ToString("N0", Format) ?? Missing;

    /// <summary>A figure with the word of its precision: “hơn 1.700”, “about 20”.</summary>
    public static string Figure(long? value, Precision precision) =>
        value is null || precision == Precision.Exact ? Whole(value) : $"{PrecisionWord(precision)}{Tie}{Whole(value)}";

    /// <summary>“hơn”, “khoảng” and their English; empty for an exact figure.</summary>
    public static string PrecisionWord(Precision precision) => (precision, Languages.IsVietnamese) switch
    {
        (Precision.MoreThan, true) => "hơn",
        (Precision.MoreThan, false) => "more than",
        (Precision.About, true) => "khoảng",
        (Precision.About, false) => "about",
        _ => "",
    };

    /// <summary>A share as a percentage: 0.4604 with two decimals is “46,04%”; “–” for none, and the mark of what is not shown for <see cref="double.NaN"/>.</summary>
    /// <param name="share">The share, 1 for all of it.</param>
    /// <param name="decimals">1 in tables, 2 at the head.</param>
    public static string Percent(double? share, int decimals = 2) => share is double.NaN ? Withheld.Mark : share?.ToString($"P{decimals}", Format) ?? Missing;

    /// <summary>A difference with its sign: “+340”, “−12”, “0”.</summary>
    public static string Difference(long difference) => Signed(difference, Whole(difference));

    /// <summary>A relative difference with its sign: “+8,20%”.</summary>
    public static string PercentDifference(double share, int decimals = 2) => Signed(Math.Round(share, decimals + 2), Percent(share, decimals));

    /// <summary>A difference of percentages with its sign and without a unit: “+5,61”.</summary>
    /// <param name="points">In percentage points.</param>
    /// <param name="decimals">Digits after the comma.</param>
    public static string Points(double points, int decimals = 2) => Signed(Math.Round(points, decimals), points.ToString($"N{decimals}", Format));

    /// <summary>A day: 22/11/2026, 22 Nov 2026.</summary>
    public static string Day(DateOnly day) => Languages.IsVietnamese
        ? day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)
        : day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The days of an interval, the year said once: 01/07 – 30/09/2026.</summary>
    public static string Days(DateOnly from, DateOnly to)
    {
        string start = from.Year != to.Year ? Day(from) : DayOfYear(from);
        return from == to ? Day(to) : $"{start} – {Day(to)}";
    }

    /// <summary>The days of an interval within a year that is known: 01/07 – 30/09.</summary>
    public static string DaysWithinYear(DateOnly from, DateOnly to) => $"{DayOfYear(from)} – {DayOfYear(to)}";

    /// <summary>Day and time in Vietnam of an instant in UTC: 08:12 22/11/2026.</summary>
    public static string Instant(DateTime utc)
    {
        DateTime local = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Hanoi);
        return $"{local.ToString("HH:mm", CultureInfo.InvariantCulture)} {Day(DateOnly.FromDateTime(local))}";
    }

    /// <summary>The day it is in Vietnam.</summary>
    public static DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), Hanoi).DateTime);

    private static NumberFormatInfo Format => Formats.GetOrAdd(CultureInfo.CurrentCulture.Name, static name =>
    {
        var format = (NumberFormatInfo)CultureInfo.GetCultureInfo(name).NumberFormat.Clone();
        format.NegativeSign = "\u2212";
        format.NumberNegativePattern = 1;
        format.PercentPositivePattern = 1;
        format.PercentNegativePattern = 1;
        return NumberFormatInfo.ReadOnly(format);
    });

    /// <summary>A day without its year: “15/08”, “15 Aug”.</summary>
    public static string DayOfYear(DateOnly day) => day.ToString(Languages.IsVietnamese ? "dd/MM" : "d MMM", CultureInfo.InvariantCulture);

    private static string Signed(double value, string text) => value > 0 ? $"+{text}" : value == 0 ? text.TrimStart('\u2212') : text;
}
