using Dashboard.Domain.Periods;

namespace Dashboard.Domain.Registers;

/// <summary>Makes figures of a register, so that it joins the rollups like any indicator.</summary>
public static class RegisterFigures
{
    /// <summary>
    /// The figures of one committee's register for each month from its first case to the month of <paramref name="today"/>,
    /// zeros included: once a register is kept, nothing is known to have happened. Stocks stand at the month's end, in the
    /// current month as of today; cases dated after today do not count yet. None for an empty register: missing is not zero.
    /// </summary>
    public static IEnumerable<RegisterFigure> ByMonth(IReadOnlyCollection<RegisterCase> cases, RegisterIndicators indicators, DateOnly today)
    {
        foreach ((Period month, RegisterBalance balance) in Balances(cases, today))
        {
            yield return new RegisterFigure(indicators.Came, month, balance.Came);
            yield return new RegisterFigure(indicators.Left, month, balance.Left);
            yield return new RegisterFigure(indicators.Open, month, balance.OpenAtEnd);
            yield return new RegisterFigure(indicators.Overdue, month, balance.OverdueAtEnd);
        }
    }

    /// <summary>The balances that <see cref="ByMonth"/> makes figures of.</summary>
    public static IEnumerable<(Period Month, RegisterBalance Balance)> Balances(IReadOnlyCollection<RegisterCase> cases, DateOnly today)
    {
        if (cases.Count == 0)
        {
            return [];
        }

        var months = new RegisterMonths(cases.Min(c => c.Came), today);
        foreach (RegisterCase one in cases)
        {
            months.Add(one);
        }

        return months.Balances();
    }
}
