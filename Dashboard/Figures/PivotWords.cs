using System.Globalization;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;
using Dashboard.Layout;
using static Dashboard.Figures.FigureTexts;

namespace Dashboard.Figures;

/// <summary>Heads of rows and columns in words of the reader's language.</summary>
internal static class PivotWords
{
    private static readonly string[] Roman = ["I", "II", "III", "IV"];

    /// <summary>A period at the head of a column: what is read first, and the year behind it.</summary>
    public static (string Main, string Year) Head(Period period)
    {
        string year = period.Start.Year.ToString(CultureInfo.InvariantCulture);
        return period.Kind switch
        {
            PeriodKind.Month => (period.Start.ToString("MM", CultureInfo.InvariantCulture), $"/{year}"),
            PeriodKind.Quarter => (Languages.IsVietnamese ? Roman[(period.Start.Month - 1) / 3] : $"Q{(period.Start.Month + 2) / 3}", $"/{year}"),
            PeriodKind.Half => (Get(period.Start.Month == 1 ? "Head.FirstHalf" : "Head.SecondHalf"), $"/{year}"),
            PeriodKind.NineMonths => (Get("Head.NineMonths"), $"/{year}"),
            PeriodKind.Year => (year, ""),
            _ => (PeriodNames.Of(period), ""),
        };
    }

    /// <summary>Name of a row.</summary>
    public static string Name(PivotRow row) => row.Kind switch
    {
        PivotRowKind.Plan => Get("Row.Plan"),
        PivotRowKind.Progress => Get("Row.Progress"),
        PivotRowKind.Total => Get($"Total.{row.Key}"),
        _ => Languages.IsVietnamese ? row.Indicator!.Name : row.Indicator!.NameEn,
    };

    /// <summary>Code of a row for files: that of its indicator, or what it adds up.</summary>
    public static string Code(PivotRow row) => row.Key;

    /// <summary>"(hồ sơ)" where all rows of a topic count the same thing; null otherwise, and then each says it.</summary>
    public static string? UnitOf(PivotGroup group) =>
        group.Rows.Select(row => row.Indicator?.Unit).Where(unit => unit is not null).Distinct().ToArray() is [{ } unit] ? Unit(unit) : null;

    /// <summary>A whole number as the Romans wrote it, for the heads of topics.</summary>
    public static string RomanOf(int number)
    {
        (int Value, string Text)[] steps = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
        string text = "";
        foreach ((int value, string sign) in steps)
        {
            for (; number >= value; number -= value)
            {
                text += sign;
            }
        }

        return text;
    }

    /// <summary>What a change of a row means, for whoever cannot see colours.</summary>
    public static string? Judged(string? tone) => tone switch { "t-ok" => Get("Better"), "t-crit" => Get("Worse"), _ => null };

    /// <summary>How many periods the line shows, “8 kỳ”.</summary>
    public static string Span(int count) => Get("Span", count);
}
