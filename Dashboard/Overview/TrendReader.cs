using Dashboard.Domain.Periods;
using Dashboard.Domain.Signals;
using Dashboard.Layout;
using Dashboard.Live;

namespace Dashboard.Overview;

/// <summary>Reads the vetted personnel of a committee over time and judges it: signal or noise.</summary>
/// <param name="vetted">Reads the numbers.</param>
/// <param name="plans">Reads the plans.</param>
/// <param name="moves">The reorganisations of the subtree.</param>
/// <param name="view">Whose series it is: in today's structure the past is restated, so only the other one starts afresh.</param>
internal sealed class TrendReader(VettedReader vetted, PlanReader plans, Reorganisations moves, StructureView view)
{
    /// <param name="committee">Whose trend.</param>
    /// <param name="periods">Oldest first.</param>
    /// <param name="isLastIn">Whether all returns of the last period are in: a total that still lacks some is not judged.</param>
    /// <param name="today">Today.</param>
    public Trend Read(int committee, Period[] periods, bool isLastIn, DateOnly today)
    {
        Amount[] amounts = [.. periods.Select(p => vetted.Total(committee, p))];
        int[] starts = view == StructureView.Now ? [] : [.. moves.Crossing.Select(day => FirstAfter(periods, day)).Distinct()];
        ProcessChart chart = ProcessChart.Of(Judged([.. amounts.Select(a => a.Value)], periods, isLastIn, today), starts);
        ILookup<int, SignalRule> signals = chart.Signals.ToLookup(s => s.Index, s => s.Rule);
        ProcessLimits last = chart.Stretches[^1];
        return new Trend
        {
            Points = periods.Select((p, i) => new TrendPoint(
                p, amounts[i].Value, plans.OfPeriod(committee, p), amounts[i].Provisional > 0 || p.End >= today,
                signals[i].Select(rule => (SignalRule?)rule).FirstOrDefault())).ToValueList(),
            Limits = last.HasLimits ? new TrendLimits(last.Mean, Math.Max(0, last.Lower), last.Upper, last.State == LimitsState.Trial, last.First) : null,
            Reorganisations = moves.Days.Where(d => d > periods[0].Start && d <= periods[^1].End).ToValueList(),
        };
    }

    /// <summary>The signal in the last point of another committee's series, if there is one.</summary>
    public static Signal? LastSignal(IReadOnlyList<long?> values, Period[] periods, bool isLastIn, DateOnly today) =>
        ProcessChart.Of(Judged(values, periods, isLastIn, today)).Signals.Where(s => s.Index == values.Count - 1).Select(s => (Signal?)s).FirstOrDefault();

    private static IReadOnlyList<long?> Judged(IReadOnlyList<long?> values, Period[] periods, bool isLastIn, DateOnly today) =>
        isLastIn && periods[^1].End < today ? values : [.. values.Take(values.Count - 1), null];

    private static int FirstAfter(Period[] periods, DateOnly day) => Array.FindIndex(periods, p => p.End >= day) is var at && at >= 0 ? at : periods.Length;
}
