using Dashboard.Domain.Periods;
using Dashboard.Layout;

namespace Dashboard.Overview;

/// <summary>Change of a stock against the end of the compared period.</summary>
internal static class StockDelta
{
    /// <summary>The period deltas compare with; null when nothing is compared, and for ranges, which have no like before them.</summary>
    public static Period? BaseOf(Period period, Comparison compare) => period.Kind == PeriodKind.Range ? null : compare switch
    {
        Comparison.Year => period.SameLastYear(),
        Comparison.Previous => period.Previous(),
        _ => null,
    };

    /// <summary>
    /// Now, which is <paramref name="day"/>, against what <paramref name="on"/> says of the same day a year earlier or of the last
    /// day of the period before.
    /// </summary>
    public static Delta Of(long now, Comparison compare, Period period, DateOnly day, Func<DateOnly, long> on)
    {
        DateOnly? then = period.Kind == PeriodKind.Range ? null : compare switch
        {
            Comparison.Year => day.AddYears(-1),
            Comparison.Previous => period.Previous().End,
            _ => null,
        };
        return then is { } before && on(before) is var count ? new Delta(now - count, count) : default;
    }
}
