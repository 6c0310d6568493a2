using Dashboard.Domain.Figures;

namespace Dashboard.Domain.Plans;

/// <summary>What progress is measured against.</summary>
public enum ProgressAgainst
{
    /// <summary>The plan of the year.</summary>
    Plan,

    /// <summary>The denominator stated with the figure.</summary>
    OutOf,
}

/// <summary>How far a committee has come.</summary>
/// <param name="Done">The figure over the year to date, or the figure with the denominator.</param>
/// <param name="Target">The plan or the denominator, above zero.</param>
/// <param name="Against">Which of the two.</param>
public readonly record struct Progress(long Done, long Target, ProgressAgainst Against)
{
    /// <summary>Part reached: 0 for nothing, 1 for all, more when exceeded.</summary>
    public double Share => (double)Done / Target;

    /// <summary>
    /// Year to date against the plan; without one, the value out of its own denominator; else none. A plan or denominator of zero
    /// cannot be progressed against.
    /// </summary>
    /// <param name="yearToDate">The figure from January on; null when missing.</param>
    /// <param name="plan">Plan of the year; null without one.</param>
    /// <param name="figure">The figure over the period shown; null when missing.</param>
    public static Progress? Of(Amount? yearToDate, long? plan, Amount? figure)
    {
        if (plan > 0 && yearToDate is { } done)
        {
            return new Progress(done.Value, plan.Value, ProgressAgainst.Plan);
        }

        return figure is { OutOf: > 0 and { } outOf } stated
            ? new Progress(stated.Value, outOf, ProgressAgainst.OutOf)
            : null;
    }

    /// <summary>Part of the calendar year gone at the end of <paramref name="day"/>: 1 on 31 December.</summary>
    public static double ShareOfYearGone(DateOnly day) => (double)day.DayOfYear / (DateTime.IsLeapYear(day.Year) ? 366 : 365);

    /// <summary>Whether a plan is reached more slowly than the year passes.</summary>
    public bool IsBehind(DateOnly day) => Against == ProgressAgainst.Plan && Share < ShareOfYearGone(day);
}
