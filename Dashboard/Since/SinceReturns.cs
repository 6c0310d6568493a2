using System.Collections.Immutable;
using Dashboard.Domain.Movements;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Live;

namespace Dashboard.Since;

/// <summary>Returns owed for a period, as they were known at a moment.</summary>
internal sealed class SinceReturns
{
    private readonly Dictionary<(int Committee, int Which), long> _in = [];
    private readonly List<(int Committee, DateOnly DueOn, DateOnly? SubmittedOn, bool IsIn)> _owed = [];
    private readonly Func<int, bool> _isInside;

    /// <param name="state">What was known.</param>
    /// <param name="period">The period: of each form the periods inside it.</param>
    /// <param name="isInside">Who counts.</param>
    /// <param name="numbers">Numbers of forms' periods, the same for both moments.</param>
    public SinceReturns(LiveState state, Period period, Func<int, bool> isInside, Dictionary<(string, Period), int> numbers)
    {
        _isInside = isInside;
        foreach ((Form form, Period due) in state.Forms.SelectMany(form => Inside(period, form.Cadence).Where(form.IsFor).Select(due => (form, due))))
        {
            if (!numbers.TryGetValue((form.Code, due), out int which))
            {
                numbers.Add((form.Code, due), which = numbers.Count);
            }

            ImmutableDictionary<int, Return>? started = state.Returns.GetValueOrDefault((form.Code, due));
            foreach (int committee in form.OwedBy(due, state.Hierarchy))
            {
                Return? one = started?.GetValueOrDefault(committee);
                _owed.Add((committee, one?.DueOn ?? form.DueOn(due), one?.SubmittedOn, one?.IsIn == true));
                if (one is { IsIn: true })
                {
                    _in[(committee, which)] = 1;
                }
            }
        }
    }

    /// <summary>Those handed in.</summary>
    public AmountsAt In => new(_in, _isInside);

    /// <summary>How many are owed.</summary>
    public int Owed => _owed.Count(o => _isInside(o.Committee));

    /// <summary>How many were due on a day or later, before another, and were not handed in by then.</summary>
    public int Passed(DateOnly from, DateOnly to) =>
        _owed.Count(o => o.DueOn >= from && o.DueOn < to && (o.SubmittedOn is null || o.SubmittedOn > o.DueOn) && _isInside(o.Committee));

    private static IEnumerable<Period> Inside(Period period, PeriodKind cadence)
    {
        Period first = cadence switch
        {
            PeriodKind.Month => Period.Month(period.Start.Year, period.Start.Month),
            PeriodKind.Quarter => Period.QuarterOf(period.Start),
            PeriodKind.Half => Period.Half(period.Start.Year, (period.Start.Month + 5) / 6),
            _ => Period.Year(period.Start.Year),
        };
        for (Period one = first; one.Start <= period.End; one = one.Next())
        {
            if (period.Contains(one))
            {
                yield return one;
            }
        }
    }
}
