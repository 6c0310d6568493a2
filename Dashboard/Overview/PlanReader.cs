using System.Collections.Immutable;
using Dashboard.Domain.Periods;
using Dashboard.Live;

namespace Dashboard.Overview;

/// <summary>
/// Reads plans of one topic: a committee's plan is what is stated for it, else the sum of what is stated highest below
/// it, indicator by indicator.
/// </summary>
internal sealed class PlanReader
{
    private readonly LiveState _state;
    private readonly ImmutableArray<int> _parents;
    private readonly HashSet<int> _indicators;
    private readonly Dictionary<int, ILookup<int, long>> _years = [];

    public PlanReader(LiveState state, ImmutableArray<int> parents, IEnumerable<int> indicators)
    {
        _state = state;
        _parents = parents;
        _indicators = [.. indicators];
    }

    /// <summary>Plan of a whole year; null when nothing is planned.</summary>
    public long? OfYear(int committee, int year)
    {
        if (!_years.TryGetValue(year, out ILookup<int, long>? known))
        {
            _years.Add(year, known = Reach(year).ToLookup(p => p.Committee, p => p.Value));
        }

        long[] parts = [.. known[committee]];
        return parts.Length == 0 ? null : parts.Sum();
    }

    /// <summary>The year's plan for a period of this length, by months, rounded; null for ranges and when nothing is planned.</summary>
    public long? OfPeriod(int committee, Period period)
    {
        if (period.Kind == PeriodKind.Range || OfYear(committee, period.Start.Year) is not { } year)
        {
            return null;
        }

        int months = period.End.Month - period.Start.Month + 1;
        return (long)Math.Round(year * (decimal)months / 12, MidpointRounding.AwayFromZero);
    }

    /// <summary>Every committee a plan counts for: its own and those above, up to the first that has one of its own.</summary>
    private IEnumerable<(int Committee, long Value)> Reach(int year)
    {
        foreach (((int committee, int indicator, int of), long value) in _state.Plans)
        {
            if (of != year || !_indicators.Contains(indicator))
            {
                continue;
            }

            yield return (committee, value);
            for (int above = _parents[committee]; above >= 0 && !_state.Plans.ContainsKey((above, indicator, year)); above = _parents[above])
            {
                yield return (above, value);
            }
        }
    }
}
