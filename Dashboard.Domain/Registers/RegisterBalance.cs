using Dashboard.Domain.Periods;

namespace Dashboard.Domain.Registers;

/// <summary>A register over a period. Open at the start + came − left = open at the end, always.</summary>
/// <param name="OpenAtStart">Open on the day before the period.</param>
/// <param name="Came">Received or found in the period.</param>
/// <param name="Left">Resolved or remedied in the period.</param>
/// <param name="OpenAtEnd">Open on the last day.</param>
/// <param name="OverdueAtEnd">Of these, past their due day.</param>
public readonly record struct RegisterBalance(long OpenAtStart, long Came, long Left, long OpenAtEnd, long OverdueAtEnd)
{
    /// <summary>Counts <paramref name="cases"/> over <paramref name="period"/>.</summary>
    public static RegisterBalance Of(IEnumerable<RegisterCase> cases, Period period)
    {
        (long openAtStart, long came, long left, long openAtEnd, long overdue) = (0, 0, 0, 0, 0);
        foreach (RegisterCase one in cases)
        {
            openAtStart += one.Came < period.Start && (one.Left is null || one.Left >= period.Start) ? 1 : 0;
            came += period.Contains(one.Came) ? 1 : 0;
            left += one.Left is { } day && period.Contains(day) ? 1 : 0;
            openAtEnd += one.IsOpenOn(period.End) ? 1 : 0;
            overdue += one.IsOverdueOn(period.End) ? 1 : 0;
        }

        return new RegisterBalance(openAtStart, came, left, openAtEnd, overdue);
    }
}
