using Dashboard.Domain.Periods;

namespace Dashboard.Overview;

/// <summary>Change of a stock against the end of the compared period.</summary>
internal static class StockDelta
{
    /// <summary>The period deltas compare with; null when nothing is compared.</summary>
    public static Period? BaseOf(Period period, Comparison compare) => compare switch
    {
        Comparison.Year => period.SameLastYear(),
        Comparison.Previous => period.Previous(),
        _ => null,
    };

    /// <summary>Now against what <paramref name="on"/> says of the last day of the compared period.</summary>
    public static Delta Of(long now, Comparison compare, Period period, Func<DateOnly, long> on)
    {
        if (BaseOf(period, compare) is not { } then)
        {
            return default;
        }

        long before = on(then.End);
        return new Delta(now - before, before);
    }
}
