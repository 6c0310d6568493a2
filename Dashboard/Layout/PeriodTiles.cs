using Dashboard.Domain.Periods;

namespace Dashboard.Layout;

/// <summary>What the period picker shows for a kind and a year.</summary>
public static class PeriodTiles
{
    /// <summary>Kinds to choose from, the shortest first.</summary>
    public static IReadOnlyList<PeriodKind> Kinds { get; } =
        [PeriodKind.Month, PeriodKind.Quarter, PeriodKind.Half, PeriodKind.NineMonths, PeriodKind.Year];

    /// <summary>How many years one step goes: a page of years is a decade.</summary>
    public static int Step(PeriodKind kind) => kind == PeriodKind.Year ? 10 : 1;

    /// <summary>The periods of a kind in a year, or of its decade.</summary>
    public static IReadOnlyList<Period> Of(PeriodKind kind, int year) => kind switch
    {
        PeriodKind.Month => [.. Enumerable.Range(1, 12).Select(month => Period.Month(year, month))],
        PeriodKind.Half => [Period.Half(year, 1), Period.Half(year, 2)],
        PeriodKind.NineMonths => [Period.NineMonths(year)],
        PeriodKind.Year => [.. Enumerable.Range(Math.Max(Decade(year), 1), 10).Select(Period.Year)],
        _ => [.. Enumerable.Range(1, 4).Select(quarter => Period.Quarter(year, quarter))],
    };

    /// <summary>What the tiles are of: a year, or the years of a decade.</summary>
    public static string Title(PeriodKind kind, int year) =>
        kind == PeriodKind.Year ? $"{Decade(year)}–{Decade(year) + 9}" : $"{year}";

    /// <summary>The period of another kind that ends with <paramref name="period"/> or holds its end.</summary>
    public static Period Convert(Period period, PeriodKind kind)
    {
        DateOnly end = period.End;
        return kind switch
        {
            PeriodKind.Month => Period.Month(end.Year, end.Month),
            PeriodKind.Quarter => Period.QuarterOf(end),
            PeriodKind.Half => Period.Half(end.Year, (end.Month + 5) / 6),
            PeriodKind.NineMonths => Period.NineMonths(end.Year),
            _ => Period.Year(end.Year),
        };
    }

    /// <summary>The same period so many years on, as far as the calendar goes.</summary>
    public static Period Shift(Period period, int years)
    {
        int year = period.End.Year + years;
        return year is < 2 or > 9990 ? period : period.Kind switch
        {
            PeriodKind.Range => new Period(period.Start.AddYears(years), period.End.AddYears(years)),
            PeriodKind.Month => Period.Month(year, period.Start.Month),
            PeriodKind.Quarter => Period.Quarter(year, (period.Start.Month + 2) / 3),
            PeriodKind.Half => Period.Half(year, (period.Start.Month + 5) / 6),
            _ => Convert(Period.Year(year), period.Kind),
        };
    }

    private static int Decade(int year) => year - year % 10;
}
