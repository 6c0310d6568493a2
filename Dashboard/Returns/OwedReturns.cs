using System.Collections.Immutable;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Live;

namespace Dashboard.Returns;

/// <summary>Which returns committees owe, started or not, for periods that are over.</summary>
public static class OwedReturns
{
    /// <summary>Returns owed for the forms' periods that ended before <paramref name="today"/>, the earliest first.</summary>
    /// <param name="state">The moment.</param>
    /// <param name="isAsked">Which committees, by number.</param>
    /// <param name="today">Today where the committees are.</param>
    /// <param name="most">How many periods back, for each form.</param>
    public static IEnumerable<Return> Of(LiveState state, Func<int, bool> isAsked, DateOnly today, int most = 12)
    {
        foreach (Form form in state.Forms)
        {
            foreach (Period period in PeriodsOf(form, today, most))
            {
                ImmutableDictionary<int, Return>? started = state.Returns.GetValueOrDefault((form.Code, period));
                foreach (int committee in form.OwedBy(period, state.Hierarchy).Where(isAsked))
                {
                    yield return started?.GetValueOrDefault(committee)
                        ?? new Return { Committee = committee, Form = form.Code, Period = period, DueOn = form.DueOn(period) };
                }
            }
        }
    }

    /// <summary>The periods of a version of a form that ended before <paramref name="today"/>, at most so many, the earliest first.</summary>
    public static IEnumerable<Period> PeriodsOf(Form form, DateOnly today, int most = 12) => Ended(form, today, most).Where(form.IsFor);

    /// <summary>The last periods of a form's cadence that ended before <paramref name="today"/>, the earliest first; none of before it was owed.</summary>
    public static IEnumerable<Period> Ended(Form form, DateOnly today, int most)
    {
        Period period = Running(form.Cadence, today);
        var ended = new List<Period>();
        while (ended.Count < most)
        {
            period = period.Previous();
            if (!form.IsFor(period) && (form.OwedFrom is null || period.Start < form.OwedFrom))
            {
                break;
            }

            ended.Add(period);
        }

        return Enumerable.Reverse(ended);
    }

    private static Period Running(PeriodKind cadence, DateOnly today) => cadence switch
    {
        PeriodKind.Month => Period.Month(today.Year, today.Month),
        PeriodKind.Half => Period.Half(today.Year, (today.Month + 5) / 6),
        PeriodKind.Year => Period.Year(today.Year),
        _ => Period.QuarterOf(today),
    };
}
