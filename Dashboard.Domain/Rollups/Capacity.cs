namespace Dashboard.Domain.Rollups;

/// <summary>
/// Keeps every sum within 64 bits: the values of all figures of one indicator, of whatever committee and period, together
/// fit, and so do their denominators. Every total in either view, over any period and after any reorganisation, is a sum
/// of some of them; so no other sum can overflow, and none needs to be checked.
/// </summary>
internal sealed class Capacity(int indicators)
{
    private readonly long[] _values = new long[indicators];
    private readonly long[] _outOf = new long[indicators];

    /// <summary>Refuses what would not fit, without changing anything.</summary>
    /// <exception cref="BrokenRuleException">Rule <c>figure.overflow</c>.</exception>
    public void Ensure(int indicator, Int128 values, Int128 outOf)
    {
        if (_values[indicator] + values > long.MaxValue || _outOf[indicator] + outOf > long.MaxValue)
        {
            throw new BrokenRuleException(
                "figure.overflow", $"All figures of indicator number {indicator} together would pass {long.MaxValue}.", indicator, long.MaxValue);
        }
    }

    public void Add(int indicator, Stated? before, Stated? now)
    {
        unchecked
        {
            // Within a batch a sum may pass the limit and come back; it wraps around and comes back exactly.
            _values[indicator] += (now?.Value ?? 0) - (before?.Value ?? 0);
            _outOf[indicator] += (now?.OutOf ?? 0) - (before?.OutOf ?? 0);
        }
    }
}
