using System.Collections.Immutable;
using Dashboard.Committees;
using Dashboard.Domain;
using Dashboard.Domain.Committees;
using Dashboard.Live;

namespace Dashboard.Meeting;

/// <summary>
/// A moment as everybody at a meeting may see it: of what stood below its committee then, only what stands there today. Who has left
/// since is none of theirs any more, and counts in no total either, from which their figures could be worked out.
/// </summary>
internal static class StillBelow
{
    /// <summary>The moment without those who have left; the moment itself where nobody has.</summary>
    /// <param name="then">The moment.</param>
    /// <param name="top">Number of the committee that meets.</param>
    /// <param name="isBelow">Whether one is that committee or stands below it today.</param>
    public static PastFigures Of(PastFigures then, int top, Func<int, bool> isBelow)
    {
        Hierarchy hierarchy = then.Now.Hierarchy;
        ImmutableArray<int> parents = hierarchy.ParentsNow(then.Today);
        var tree = new Subtree(parents, top);
        HashSet<int> gone = [.. Enumerable.Range(0, parents.Length).Where(c => tree.Holds(c) && !isBelow(c))];
        return gone.Count == 0 ? then : then.In(Without(hierarchy, gone, parents));
    }

    private static Hierarchy Without(Hierarchy hierarchy, HashSet<int> gone, ImmutableArray<int> parents)
    {
        Placement[] left = [.. hierarchy.Committees.Where(c => !gone.Contains(c.Number)).SelectMany(c => hierarchy.PlacementsOf(c.Number))];
        try
        {
            return Hierarchy.From(hierarchy.Committees, left.Select(p => Lifted(hierarchy, p, gone, parents)).OfType<Placement>());
        }
        catch (BrokenRuleException)
        {
            // On some earlier day they stood the other way round. Those below one who left are then left out with it.
            return Hierarchy.From(hierarchy.Committees, left);
        }
    }

    /// <summary>Whoever stood below one that left, and still stands below the meeting's committee, is counted with the nearest above that does so too.</summary>
    private static Placement? Lifted(Hierarchy hierarchy, Placement placement, HashSet<int> gone, ImmutableArray<int> parents)
    {
        int above = hierarchy.NumberOf(placement.Parent);
        while (above >= 0 && gone.Contains(above))
        {
            above = parents[above];
        }

        if (above < 0 || hierarchy[above].Code == placement.Parent)
        {
            return above < 0 ? null : placement;
        }

        (Committee one, Committee parent) = (hierarchy[hierarchy.NumberOf(placement.Committee)], hierarchy[above]);
        DateOnly? from = new[] { placement.From, one.OpenedOn, parent.OpenedOn }.Max(), to = new[] { placement.To, one.ClosedOn, parent.ClosedOn }.Min();
        return from > to ? null : new Placement(one.Code, parent.Code, from, to);
    }
}
