namespace Dashboard.Domain.Signals;

/// <summary>For counts that are mostly zero (<see cref="LimitsState.MostlyZero"/>): the days between events take their place.</summary>
public static class RareEvents
{
    /// <summary>
    /// Days from each event to the next, in order of time, to be judged by <see cref="ProcessChart"/>: a high point means that
    /// events have become rarer. Two on one day are 0 days apart; fewer than two events give nothing.
    /// </summary>
    public static IReadOnlyList<long?> DaysBetween(IEnumerable<DateOnly> events)
    {
        DateOnly[] inOrder = [.. events.Order()];
        return [.. inOrder.Zip(inOrder.Skip(1), (one, next) => (long?)(next.DayNumber - one.DayNumber))];
    }
}
