using System.Collections.Immutable;
using Dashboard.Committees;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Live;

namespace Dashboard.Figures;

/// <summary>How far the returns of a period are in: by committee, since a reader asks who is missing.</summary>
internal static class PivotReturns
{
    /// <summary>The committees that owe returns for periods inside <paramref name="period"/> that are over, and those that handed in all of theirs.</summary>
    public static (int In, int Owing) Count(LiveState state, Subtree subtree, Period period, DateOnly today)
    {
        var owing = new HashSet<int>();
        var missing = new HashSet<int>();
        foreach ((Form form, Period due) in Due(state, period, today))
        {
            ImmutableDictionary<int, Return>? started = state.Returns.GetValueOrDefault((form.Code, due));
            foreach (int committee in form.OwedBy(due, state.Hierarchy).Where(subtree.Holds))
            {
                owing.Add(committee);
                if (started?.GetValueOrDefault(committee)?.IsIn != true)
                {
                    missing.Add(committee);
                }
            }
        }

        return (owing.Count - missing.Count, owing.Count);
    }

    /// <summary>The state of the return that a committee owes for exactly <paramref name="period"/>; null where it owes none.</summary>
    public static ReturnState? Own(LiveState state, int committee, Period period, DateOnly today) =>
        FormOf(state, committee, period, today) is { } form
            ? state.Returns.GetValueOrDefault((form, period))?.GetValueOrDefault(committee)?.State ?? ReturnState.NotStarted
            : null;

    /// <summary>Code of the form that a committee owes for exactly <paramref name="period"/>, once that is over.</summary>
    public static string? FormOf(LiveState state, int committee, Period period, DateOnly today) =>
        period.End < today ? state.Forms.FirstOrDefault(form => form.IsOwedBy(committee, period, state.Hierarchy))?.Code : null;

    private static IEnumerable<(Form Form, Period Period)> Due(LiveState state, Period period, DateOnly today)
    {
        foreach (Form form in state.Forms)
        {
            for (Period one = First(form.Cadence, period.Start); one.End <= period.End && one.End < today; one = one.Next())
            {
                if (one.Start >= period.Start && form.IsFor(one))
                {
                    yield return (form, one);
                }
            }
        }
    }

    private static Period First(PeriodKind cadence, DateOnly day) => cadence switch
    {
        PeriodKind.Month => Period.Month(day.Year, day.Month),
        PeriodKind.Quarter => Period.QuarterOf(day),
        PeriodKind.Half => Period.Half(day.Year, (day.Month + 5) / 6),
        _ => Period.Year(day.Year),
    };
}
