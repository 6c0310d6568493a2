using System.Collections.Immutable;
using Dashboard.Committees;
using Dashboard.Live;

namespace Dashboard.Figures;

/// <summary>
/// Plans of one committee and one year in one tree: what is set for the committee itself, else what is set highest below it. In
/// today's structure a closed committee's plan stands with whoever carries its figures, beside that one's own.
/// </summary>
internal sealed class PivotPlans
{
    private readonly Dictionary<int, long> _byIndicator = [];

    /// <param name="state">The moment.</param>
    /// <param name="top">The committee.</param>
    /// <param name="year">The year.</param>
    /// <param name="parents">The tree.</param>
    /// <param name="carrier">Who has the figures of a committee in it.</param>
    public PivotPlans(LiveState state, int top, int year, ImmutableArray<int> parents, Func<int, int> carrier)
    {
        var set = new Dictionary<(int Committee, int Indicator), long>();
        var subtree = new Subtree(parents, top);
        foreach (((int committee, int indicator, int of), long value) in state.Plans)
        {
            if (of == year && subtree.Holds(carrier(committee)))
            {
                (int, int) key = (carrier(committee), indicator);
                set[key] = set.GetValueOrDefault(key) + value;
            }
        }

        foreach (((int committee, int indicator), long value) in set)
        {
            if (IsHighest(committee, indicator, top, parents, set))
            {
                _byIndicator[indicator] = _byIndicator.GetValueOrDefault(indicator) + value;
            }
        }
    }

    /// <summary>The plan of one indicator; null without one.</summary>
    public long? Of(int indicator) => _byIndicator.TryGetValue(indicator, out long plan) ? plan : null;

    /// <summary>The plans of several together; null when none has one.</summary>
    public long? Of(IEnumerable<int> indicators)
    {
        long?[] plans = [.. indicators.Select(Of).Where(plan => plan is not null)];
        return plans.Length == 0 ? null : plans.Sum();
    }

    private static bool IsHighest(int committee, int indicator, int top, ImmutableArray<int> parents, Dictionary<(int, int), long> set)
    {
        for (int above = committee; above != top;)
        {
            above = parents[above];
            if (set.ContainsKey((above, indicator)))
            {
                return false;
            }
        }

        return true;
    }
}
