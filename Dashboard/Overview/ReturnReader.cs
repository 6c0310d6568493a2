using System.Collections.Immutable;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Layout;
using Dashboard.Live;

namespace Dashboard.Overview;

/// <summary>A return owed by one committee, started or not.</summary>
internal readonly record struct OwedReturn(int Committee, int Branch, Form Form, Period Period, ReturnState State, DateOnly DueOn);

/// <summary>Reads what the overview says about the returns of one subtree for a period.</summary>
internal sealed class ReturnReader(LiveState state, Region region)
{
    /// <summary>Returns owed for the periods of each form's cadence inside <paramref name="period"/>, by committees open on the last day of it.</summary>
    public List<OwedReturn> Owed(Period period)
    {
        var owed = new List<OwedReturn>();
        foreach (Form form in state.Forms)
        {
            foreach (Period due in Inside(period, form.Cadence))
            {
                if (form.IsFor(due))
                {
                    AddOwed(owed, form, due);
                }
            }
        }

        return owed;
    }

    public ReturnsCard Card(List<OwedReturn> now, Comparison compare, IReadOnlyList<Period> periods)
    {
        var shares = periods.Select(p => p == periods[^1] ? PerMyriad(Count(now)) : PerMyriad(Count(Owed(p)))).ToList();
        return new ReturnsCard
        {
            Counts = Count(now),
            DueOn = now.Count == 0 ? null : now.CountBy(r => r.Form.DueOn(r.Period)).MaxBy(c => c.Value).Key,
            BasePerMyriad = StockDelta.BaseOf(periods[^1], compare) is { } then ? PerMyriad(Count(Owed(then))) : null,
            Spark = new Spark(shares.Select(s => (long?)s).ToValueList(), Count(now).In < Count(now).Owed),
        };
    }

    public static ReturnCounts Count(IEnumerable<OwedReturn> owed)
    {
        Span<int> counts = stackalloc int[5];
        foreach (OwedReturn one in owed)
        {
            counts[(int)one.State]++;
        }

        return new ReturnCounts(
            counts[(int)ReturnState.Approved], counts[(int)ReturnState.Submitted], counts[(int)ReturnState.SentBack],
            counts[(int)ReturnState.Draft], counts[(int)ReturnState.NotStarted]);
    }

    private static int? PerMyriad(ReturnCounts counts) => counts.Owed == 0 ? null : (int)Math.Round(counts.In * 10_000.0 / counts.Owed);

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

    private void AddOwed(List<OwedReturn> owed, Form form, Period period)
    {
        ImmutableDictionary<int, Return>? started = state.Returns.GetValueOrDefault((form.Code, period));
        foreach (int committee in Dues.Owing(form, state.Hierarchy, period.End))
        {
            int branch = region.BranchOf(committee);
            if (branch >= 0)
            {
                // More time may have been granted.
                (ReturnState of, DateOnly dueOn) = started is not null && started.TryGetValue(committee, out Return? one) ? (one.State, one.DueOn) : (ReturnState.NotStarted, form.DueOn(period));
                owed.Add(new OwedReturn(committee, branch, form, period, of, dueOn));
            }
        }
    }
}
