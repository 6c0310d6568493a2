using Dashboard.Domain.Periods;

namespace Dashboard.Disclosure;

/// <summary>Of which standard periods a longer one is made, as far as days before it ended are told.</summary>
internal static class PeriodParts
{
    /// <summary>A year, nine months and half a year are made of quarters, a quarter of months; any other period of the longest that lie whole in it, one after the other.</summary>
    /// <param name="period">The longer one.</param>
    /// <param name="today">Nothing is counted of what begins later.</param>
    public static IEnumerable<Period> Of(Period period, DateOnly today)
    {
        DateOnly from = period.Start.Day == 1 ? period.Start : period.Start.AddDays(1 - period.Start.Day).AddMonths(1);
        while (from <= today && Longest(period, from) is { } part)
        {
            yield return part;
            if (part.End == DateOnly.MaxValue)
            {
                yield break;
            }

            from = part.End.AddDays(1);
        }
    }

    private static Period? Longest(Period period, DateOnly from)
    {
        Period[] all =
        [
            .. from is { Month: 1 } ? [Period.Year(from.Year)] : Array.Empty<Period>(),
            .. from.Month % 3 == 1 ? [Period.QuarterOf(from)] : Array.Empty<Period>(),
            Period.Month(from.Year, from.Month),
        ];
        return all.Where(part => part != period && period.Contains(part)).Select(part => (Period?)part).FirstOrDefault();
    }
}
