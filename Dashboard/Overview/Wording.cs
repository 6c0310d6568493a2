using System.Globalization;
using Dashboard.Committees;
using Dashboard.Disclosure;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;
using Dashboard.Layout;

namespace Dashboard.Overview;

/// <summary>How the overview writes numbers, days and names in the reader's language.</summary>
internal static class Wording
{
    // Below this a change is a count: a percentage of few cases says more than there is.
    private const long SmallBase = 20;

    /// <summary>Relative change where the base is large enough to speak of one; null otherwise.</summary>
    public static double? Relative(Delta delta) => delta.Base >= SmallBase ? (double)delta.Difference / delta.Base.Value : null;

    /// <summary>The word before a number that its source did not state exactly; null for an exact one.</summary>
    public static string? Hedge(Precision precision) => precision == Precision.Exact ? null : Numerals.PrecisionWord(precision);

    /// <summary>A number with the word before it, where there is one.</summary>
    public static string Amount(Amount amount) => Numerals.Figure(amount.Value, amount.Precision);

    /// <summary>A number for a file: no groups, empty for null, the word for what is not shown.</summary>
    public static string Plain(long? value) => Withheld.Is(value) ? CirculationWords.Hidden : value?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>A day for a file, as ISO 8601.</summary>
    public static string PlainDay(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A committee's name.</summary>
    public static string Name(CommitteeLink committee) => !Languages.IsVietnamese && committee.NameEn is { Length: > 0 } name ? name : committee.Name;

    /// <summary>A committee's name for axes and column heads.</summary>
    public static string ShortName(CommitteeLink committee) => !Languages.IsVietnamese && committee.NameEn is { Length: > 0 } name ? ShortNames.English(name) : ShortNames.Vietnamese(committee.Name);

    /// <summary>Name of a row: a committee's, or "its own figures" for what belongs to none of those below.</summary>
    public static string Name(SubordinateRow row) => row.IsOwn ? OverviewTexts.Get("Row.Own") : Name(row.Committee);

    /// <summary>Name of a row for axes.</summary>
    public static string ShortName(SubordinateRow row) => row.IsOwn ? OverviewTexts.Get("Row.Own") : ShortName(row.Committee);

    /// <summary>A period at a chart's axis: a line, and the year below where it begins.</summary>
    public static (string Label, string? Year) AxisName(Period period, bool isFirst)
    {
        string year = period.Start.Year.ToString(CultureInfo.InvariantCulture);
        string? below = isFirst || period.Start.Month == 1 ? year : null;
        return period.Kind switch
        {
            PeriodKind.Month => (period.Start.Month.ToString(CultureInfo.InvariantCulture), below),
            PeriodKind.Quarter => (PeriodNames.WithinYear(period).Replace("Quý ", "", StringComparison.Ordinal), below),
            PeriodKind.Half => (OverviewTexts.Get("Axis.Half", period.Start.Month == 1 ? 1 : 2), below),
            PeriodKind.NineMonths => (OverviewTexts.Get("Axis.NineMonths"), year),
            PeriodKind.Year => (year, null),
            _ => (period.End.ToString("dd/MM", CultureInfo.InvariantCulture), period.End.Year.ToString(CultureInfo.InvariantCulture)),
        };
    }

    /// <summary>"12 quý", "12 quarters": the length of a series.</summary>
    public static string Span(int count, Period period) => OverviewTexts.Get("Span." + period.Kind, count);
}
