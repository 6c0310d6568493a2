using Dashboard.Domain.Committees;

namespace Dashboard.Access;

/// <summary>
/// The structure of an earlier day within a scope of today. A committee may have had others below it that stand elsewhere
/// now, outside the account's scope: its totals of then, less what else is seen, would tell theirs. Figures as the
/// structure was are therefore shown only where all that stood below is in scope today.
/// </summary>
public static class ScopeInTime
{
    /// <summary>Whether the account sees everything that stood below a committee on any day of an interval.</summary>
    /// <param name="scope">The account's scope.</param>
    /// <param name="hierarchy">The committees through time.</param>
    /// <param name="top">Number of the committee.</param>
    /// <param name="first">First day.</param>
    /// <param name="last">Last day.</param>
    /// <param name="today">The day whose structure the scope is meant in.</param>
    public static bool SeesAllBelow(this Scope scope, Hierarchy hierarchy, int top, DateOnly first, DateOnly last, DateOnly today)
    {
        var parents = hierarchy.ParentsNow(today);
        return SeesAllBelow(scope, hierarchy, top, first, last, c => parents[c]);
    }

    /// <inheritdoc cref="SeesAllBelow(Scope, Hierarchy, int, DateOnly, DateOnly, DateOnly)"/>
    /// <param name="scope">The account's scope.</param>
    /// <param name="hierarchy">The committees through time, as they were known at any moment.</param>
    /// <param name="top">Number of the committee.</param>
    /// <param name="first">First day.</param>
    /// <param name="last">Last day.</param>
    /// <param name="parent">Number of the committee above a committee in the structure that the scope is meant in, negative at a root.</param>
    public static bool SeesAllBelow(this Scope scope, Hierarchy hierarchy, int top, DateOnly first, DateOnly last, Func<int, int> parent)
    {
        if (scope.IsEverything)
        {
            return true;
        }

        ILookup<string, int> below = (from committee in hierarchy.Committees
                                      from placement in hierarchy.PlacementsOf(committee.Number)
                                      where (placement.From is null || placement.From <= last) && (placement.To is null || placement.To >= first)
                                      select (placement.Parent, committee.Number)).ToLookup(p => p.Parent, p => p.Number, StringComparer.Ordinal);
        var met = new HashSet<int> { top };
        var open = new Stack<int>(met);
        while (open.TryPop(out int above))
        {
            foreach (int child in below[hierarchy[above].Code].Where(met.Add))
            {
                if (!scope.Sees(child, parent))
                {
                    return false;
                }

                open.Push(child);
            }
        }

        return true;
    }
}
