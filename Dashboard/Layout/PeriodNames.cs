using System.Globalization;
using Dashboard.Domain.Periods;

namespace Dashboard.Layout;

/// <summary>Periods by the names people call them.</summary>
public static class PeriodNames
{
    private static readonly string[] Roman = ["I", "II", "III", "IV"];

    /// <summary>The whole name: “Quý III/2026”, “first nine months of 2016”, or the days of a range.</summary>
    public static string Of(Period period) => Languages.IsVietnamese ? Vietnamese(period) : English(period);

    /// <summary>The name within its year: “Quý III”, “Sep”; the whole name of a range.</summary>
    public static string WithinYear(Period period) => (period.Kind, Languages.IsVietnamese) switch
    {
        (PeriodKind.Month, true) => $"Tháng {period.Start.Month}",
        (PeriodKind.Month, false) => period.Start.ToString("MMM", CultureInfo.InvariantCulture),
        (PeriodKind.Quarter, true) => $"Quý {Roman[QuarterIndex(period)]}",
        (PeriodKind.Quarter, false) => $"Q{QuarterIndex(period) + 1}",
        (PeriodKind.Half, true) => period.Start.Month == 1 ? "6 tháng đầu" : "6 tháng cuối",
        (PeriodKind.Half, false) => period.Start.Month == 1 ? "First half" : "Second half",
        (PeriodKind.NineMonths, true) => "9 tháng",
        (PeriodKind.NineMonths, false) => "Nine months",
        (PeriodKind.Year, true) => "Cả năm",
        (PeriodKind.Year, false) => "Whole year",
        _ => Of(period),
    };

    /// <summary>The name of a kind: “Quý”, “Quarter”.</summary>
    public static string Of(PeriodKind kind) => (kind, Languages.IsVietnamese) switch
    {
        (PeriodKind.Month, true) => "Tháng",
        (PeriodKind.Month, false) => "Month",
        (PeriodKind.Quarter, true) => "Quý",
        (PeriodKind.Quarter, false) => "Quarter",
        (PeriodKind.Half, true) => "6 tháng",
        (PeriodKind.Half, false) => "Half",
        (PeriodKind.NineMonths, true) => "9 tháng",
        (PeriodKind.NineMonths, false) => "9 months",
        (PeriodKind.Year, true) => "Năm",
        (PeriodKind.Year, false) => "Year",
        (_, true) => "Khoảng ngày",
        _ => "Range",
    };

    private static int QuarterIndex(Period period) => (period.Start.Month - 1) / 3;

    private static string Vietnamese(Period period) => period.Kind switch
    {
        PeriodKind.Month or PeriodKind.Quarter => $"{WithinYear(period)}/{period.Start.Year}",
        PeriodKind.Half => $"{WithinYear(period)} năm {period.Start.Year}",
        PeriodKind.NineMonths => $"9 tháng {period.Start.Year}",
        PeriodKind.Year => $"Năm {period.Start.Year}",
        _ => Numerals.Days(period.Start, period.End),
    };

    private static string English(Period period) => period.Kind switch
    {
        PeriodKind.Month or PeriodKind.Quarter => $"{WithinYear(period)} {period.Start.Year}",
        PeriodKind.Half => $"{WithinYear(period).ToLowerInvariant()} of {period.Start.Year}",
        PeriodKind.NineMonths => $"first nine months of {period.Start.Year}",
        PeriodKind.Year => $"{period.Start.Year}",
        _ => Numerals.Days(period.Start, period.End),
    };
}
