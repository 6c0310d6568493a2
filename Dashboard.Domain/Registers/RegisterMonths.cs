using Dashboard.Domain.Periods;

namespace Dashboard.Domain.Registers;

/// <summary>
/// The balances of a register for each month up to a day, in one pass over its cases: each case is noted where it begins and where
/// it ends to count, and the months are gone through once. Same as <see cref="RegisterBalance.Of"/> for every month.
/// </summary>
internal sealed class RegisterMonths
{
    private readonly DateOnly _first;
    private readonly DateOnly _today;
    private readonly long[] _came;
    private readonly long[] _left;

    // Changes from the month before.
    private readonly long[] _open;
    private readonly long[] _overdue;

    /// <param name="first">A day of the first month; no case came before it.</param>
    /// <param name="today">The last day that counts.</param>
    public RegisterMonths(DateOnly first, DateOnly today)
    {
        (_first, _today) = (first, today);
        int count = Math.Max(0, MonthOf(today) + 1);
        (_came, _left, _open, _overdue) = (new long[count], new long[count], new long[count], new long[count]);
    }

    public void Add(RegisterCase one)
    {
        if (one.Left is { } left && left <= _today && MonthOf(left) >= 0)
        {
            _left[MonthOf(left)]++;
        }

        if (one.Came <= _today)
        {
            _came[MonthOf(one.Came)]++;
            Count(_open, one.Came, one.Left);
        }

        DateOnly late = one.DueOn < _today ? one.DueOn.AddDays(1) : DateOnly.MaxValue;
        if (late <= _today && one.Came <= _today)
        {
            Count(_overdue, late < one.Came ? one.Came : late, one.Left);
        }
    }

    public IEnumerable<(Period Month, RegisterBalance Balance)> Balances()
    {
        var month = Period.Month(_first.Year, _first.Month);
        (long open, long overdue) = (0, 0);
        for (int at = 0; at < _came.Length; at++, month = month.Next())
        {
            long before = open;
            open += _open[at];
            overdue += _overdue[at];
            yield return (month, new RegisterBalance(before, _came[at], _left[at], open, overdue));
        }
    }

    /// <summary>Counts a case at the ends of the months from one day on and before another.</summary>
    private void Count(long[] changes, DateOnly from, DateOnly? until)
    {
        int begin = MonthOf(from);
        int end = until is { } day && day <= _today ? MonthOf(day) : changes.Length;
        if (begin < end)
        {
            changes[begin]++;
            if (end < changes.Length)
            {
                changes[end]--;
            }
        }
    }

    private int MonthOf(DateOnly day) => ((day.Year - _first.Year) * 12) + day.Month - _first.Month;
}
