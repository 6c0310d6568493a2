using System.Globalization;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;

namespace Dashboard.Overview;

/// <summary>How the overview writes numbers, days and names in the reader's language.</summary>
internal static class Wording
{
    /// <summary>What stands where nothing was reported.</summary>
    public const string Missing = "–";

    // Below this a change is a count: a percentage of few cases says more than there is.
    private const long SmallBase = 20;

    private static CultureInfo Culture => CultureInfo.CurrentCulture;

    private static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <summary>A whole number with its groups; <see cref="Missing"/> for null.</summary>
    public static string Number(long? value) => value?.ToString("N0", Culture) ?? Missing;

    /// <summary>A whole number with its sign, minus as U+2212.</summary>
    public static string Signed(long value) => value < 0 ? "−" + Number(-value) : "+" + Number(value);

    /// <summary>A share as a percentage; <see cref="Missing"/> for null.</summary>
    public static string Percent(double? share, int decimals) =>
        share is { } known ? (known * 100).ToString("N" + decimals, Culture) + "%" : Missing;

    /// <summary>A share as a percentage with its sign.</summary>
    public static string SignedPercent(double share, int decimals) => (share < 0 ? "−" : "+") + Percent(Math.Abs(share), decimals);

    /// <summary>Percentage points from hundredths of a percent, with sign.</summary>
    public static string SignedPoints(int perMyriad) => (perMyriad < 0 ? "−" : "+") + (Math.Abs(perMyriad) / 100.0).ToString("N2", Culture);

    /// <summary>Relative change where the base is large enough to speak of one; null otherwise.</summary>
    public static double? Relative(Delta delta) => delta.Base >= SmallBase ? (double)delta.Difference / delta.Base.Value : null;

    /// <summary>A day.</summary>
    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>The word before a number that its source did not state exactly; null for an exact one.</summary>
    public static string? Hedge(Precision precision) => precision switch
    {
        Precision.MoreThan => OverviewTexts.Get("MoreThan"),
        Precision.About => OverviewTexts.Get("About"),
        _ => null,
    };

    /// <summary>A number with the word before it, where there is one.</summary>
    public static string Amount(Amount amount) =>
        Hedge(amount.Precision) is { } word && amount.Value is not null ? $"{word} {Number(amount.Value)}" : Number(amount.Value);

    /// <summary>A number for a file: no groups, empty for null.</summary>
    public static string Plain(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>A day for a file, as ISO 8601.</summary>
    public static string PlainDay(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A committee's name.</summary>
    public static string Name(CommitteeLink committee) => IsEnglish && committee.NameEn is { Length: > 0 } name ? name : committee.Name;

    /// <summary>A committee's name for axes and column heads.</summary>
    public static string ShortName(CommitteeLink committee) => IsEnglish && committee.NameEn is { Length: > 0 } name ? ShortNames.English(name) : ShortNames.Vietnamese(committee.Name);

    /// <summary>A period as a title: "Quý III/2026", "Q3 2026".</summary>
    public static string PeriodName(Period period) => period.Kind switch
    {
        PeriodKind.Month => OverviewTexts.Get("Period.Month", period.Start.Month, period.Start.Year, period.Start.ToString("MMMM", Culture)),
        PeriodKind.Quarter => OverviewTexts.Get("Period.Quarter", QuarterNumber(period), period.Start.Year),
        PeriodKind.Half => OverviewTexts.Get(period.Start.Month == 1 ? "Period.Half1" : "Period.Half2", period.Start.Year),
        PeriodKind.NineMonths => OverviewTexts.Get("Period.NineMonths", period.Start.Year),
        PeriodKind.Year => OverviewTexts.Get("Period.Year", period.Start.Year),
        _ => $"{Day(period.Start)} – {Day(period.End)}",
    };

    /// <summary>A period at a chart's axis: a line, and the year below where it begins.</summary>
    public static (string Label, string? Year) AxisName(Period period, bool isFirst)
    {
        string year = period.Start.Year.ToString(CultureInfo.InvariantCulture);
        string? below = isFirst || period.Start.Month == 1 ? year : null;
        return period.Kind switch
        {
            PeriodKind.Month => (period.Start.Month.ToString(CultureInfo.InvariantCulture), below),
            PeriodKind.Quarter => (QuarterNumber(period), below),
            PeriodKind.Half => (OverviewTexts.Get("Axis.Half", period.Start.Month == 1 ? 1 : 2), below),
            PeriodKind.NineMonths => (OverviewTexts.Get("Axis.NineMonths"), year),
            PeriodKind.Year => (year, null),
            _ => (period.End.ToString("dd/MM", CultureInfo.InvariantCulture), period.End.Year.ToString(CultureInfo.InvariantCulture)),
        };
    }

    /// <summary>"12 quý", "12 quarters": the length of a series.</summary>
    public static string Span(int count, Period period) => OverviewTexts.Get("Span." + period.Kind, count);

    private static string QuarterNumber(Period period)
    {
        int quarter = (period.Start.Month + 2) / 3;
        return IsEnglish ? $"Q{quarter}" : quarter switch { 1 => "I", 2 => "II", 3 => "III", _ => "IV" };
    }
}
