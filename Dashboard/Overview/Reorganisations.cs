using System.Collections.Immutable;
using Dashboard.Domain.Committees;

namespace Dashboard.Overview;

/// <summary>When committees of one subtree were moved or closed.</summary>
/// <param name="Days">All such days, in order: the first day of the new structure.</param>
/// <param name="Crossing">Of those, the days on which a committee came into the subtree or left it.</param>
internal sealed record Reorganisations(ImmutableArray<DateOnly> Days, ImmutableArray<DateOnly> Crossing)
{
    /// <summary>Finds them between two days.</summary>
    public static Reorganisations Of(Hierarchy hierarchy, int top, DateOnly from, DateOnly to)
    {
        var days = new SortedSet<DateOnly>();
        var crossing = new SortedSet<DateOnly>();
        foreach ((int committee, DateOnly day) in Moves(hierarchy).Where(m => m.Day > from && m.Day <= to))
        {
            bool was = IsUnder(hierarchy.ParentsOn(day.AddDays(-1)), committee, top);
            bool isNow = IsUnder(hierarchy.ParentsOn(day), committee, top);
            if (was || isNow)
            {
                days.Add(day);
            }

            if (was != isNow)
            {
                crossing.Add(day);
            }
        }

        return new Reorganisations([.. days], [.. crossing]);
    }

    private static IEnumerable<(int Committee, DateOnly Day)> Moves(Hierarchy hierarchy)
    {
        foreach (Committee committee in hierarchy.Committees)
        {
            foreach (Placement placement in hierarchy.PlacementsOf(committee.Number))
            {
                if (placement.From is { } from && from != committee.OpenedOn)
                {
                    yield return (committee.Number, from);
                }
            }

            if (committee.ClosedOn is { } closed && committee.Successors.Count > 0)
            {
                yield return (committee.Number, closed.AddDays(1));
            }
        }
    }

    private static bool IsUnder(ImmutableArray<int> parents, int committee, int top)
    {
        for (int node = committee; node >= 0; node = parents[node])
        {
            if (node == top)
            {
                return true;
            }
        }

        return false;
    }
}
