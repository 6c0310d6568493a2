using System.Collections.Immutable;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Rollups;

namespace Dashboard.Live;

/// <summary>The structure as the figure cube takes it.</summary>
internal static class CubeTrees
{
    /// <summary>The trees of all days, with that of <paramref name="today"/> for the view of now.</summary>
    public static Trees Of(Hierarchy hierarchy, DateOnly today)
    {
        ImmutableArray<DateOnly> opened = [.. hierarchy.Committees.Select(c => c.OpenedOn ?? DateOnly.MinValue)];
        ImmutableArray<DateOnly> closed = [.. hierarchy.Committees.Select(c => c.ClosedOn ?? DateOnly.MaxValue)];
        return new Trees(hierarchy.ParentsOn, hierarchy.ParentsNow(today), opened, closed);
    }
}
