using System.Collections.Immutable;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Periods;
using Dashboard.Live;

namespace Dashboard.Overview;

/// <summary>Reads the vetted personnel of a committee over time and judges it: signal or noise.</summary>
internal sealed class TrendReader(VettedReader vetted, PlanReader plans, Hierarchy hierarchy, ImmutableArray<int> parents)
{
    public Trend Read(int committee, Period[] periods, DateOnly today)
    {
        var points = periods.Select(p =>
        {
            Amount amount = vetted.Total(committee, p);
            return new TrendPoint(p, amount.Value, plans.OfPeriod(committee, p), amount.Provisional > 0 || p.End >= today, null);
        });
        _ = hierarchy;
        _ = parents;
        return new Trend { Points = points.ToValueList(), Limits = null, Reorganisations = [] };
    }
}
