using Dashboard.Domain.Committees;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Domain.Rollups;

namespace Dashboard.Live;

/// <summary>Tells the cube who owes figures for which periods, by the forms and by the structure on each period's last day.</summary>
internal static class Dues
{
    /// <summary>Without a first day a form is taken to be owed for this many years back.</summary>
    private const int YearsBack = 3;

    /// <summary>Sets what every form asks, for all its periods that have ended by <paramref name="today"/>.</summary>
    public static void Set(FigureCube cube, LiveState state, DateOnly today)
    {
        foreach (FormDue due in Of(state, today))
        {
            cube.SetDue(due.Form, due.Period, due.Indicators, due.Committees);
        }
    }

    /// <summary>What every form asks, for all its periods that have ended by <paramref name="today"/>.</summary>
    public static IEnumerable<FormDue> Of(LiveState state, DateOnly today)
    {
        foreach (Form form in state.Forms)
        {
            int[] indicators = [.. form.Indicators.Where(code => state.Indicators.TryNumberOf(code, out _)).Select(code => state.Indicators.TryNumberOf(code, out int number) ? number : 0)];
            foreach (Period period in Ended(form, today))
            {
                yield return new FormDue(form.Code, period, indicators, OwingAt(form, state.Hierarchy, period));
            }
        }
    }

    /// <summary>Numbers of the committees that owe a form on a day: open, of its levels, under its root.</summary>
    public static IEnumerable<int> Owing(Form form, Hierarchy hierarchy, DateOnly day)
    {
        Structure structure = hierarchy.On(day);
        int root = -1;
        if (form.Root is not null && !hierarchy.TryNumberOf(form.Root, out root))
        {
            return [];
        }

        return hierarchy.Committees
            .Where(c => form.Levels.Contains(c.Level) && structure.Contains(c.Number) && (form.Root is null || structure.IsWithin(c.Number, root)))
            .Select(c => c.Number);
    }

    /// <summary>The same, not looked up before somebody goes through them.</summary>
    private static IEnumerable<int> OwingAt(Form form, Hierarchy hierarchy, Period period)
    {
        foreach (int committee in Owing(form, hierarchy, period.End))
        {
            yield return committee;
        }
    }

    private static IEnumerable<Period> Ended(Form form, DateOnly today)
    {
        DateOnly since = form.OwedFrom ?? new DateOnly(today.Year - YearsBack, 1, 1);
        Period period = form.Cadence switch
        {
            PeriodKind.Month => Period.Month(since.Year, since.Month),
            PeriodKind.Half => Period.Half(since.Year, (since.Month + 5) / 6),
            PeriodKind.Year => Period.Year(since.Year),
            _ => Period.QuarterOf(since),
        };
        for (; period.End < today; period = period.Next())
        {
            if (period.Start >= since && form.IsFor(period))
            {
                yield return period;
            }
        }
    }
}
