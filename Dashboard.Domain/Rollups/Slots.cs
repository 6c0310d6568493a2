using Dashboard.Domain.Periods;

namespace Dashboard.Domain.Rollups;

/// <summary>
/// The periods a cube keeps totals of: every standard period of a year that has a figure or a due return, and every
/// other period that somebody stated. A year is derived from its quarters, a quarter from its months, halves and nine
/// months from quarters, any other period from the years, quarters and months inside it.
/// </summary>
internal sealed class Slots
{
    // Replaced as a whole, never changed, since readers look here while the writer works.
    private Dictionary<long, Slot> _byDays = [];

    public Slot[] All { get; private set; } = [];

    public Slot? Find(Period period) => _byDays.GetValueOrDefault(Days(period));

    /// <summary>Registers a period and the standard ones that contain it; returns the slots that are new.</summary>
    public List<Slot> Register(Period period)
    {
        List<Slot> joined = [];
        var byDays = new Dictionary<long, Slot>(_byDays);
        IEnumerable<Period> wanted = period.Start.Year == period.End.Year ? StandardOf(period.Start.Year).Append(period) : [period];
        foreach (Period each in wanted)
        {
            if (!byDays.ContainsKey(Days(each)))
            {
                byDays[Days(each)] = new Slot(each);
                joined.Add(byDays[Days(each)]);
            }
        }

        _byDays = byDays;
        All = [.. byDays.Values.OrderBy(slot => slot.Period)];
        Link();
        return joined;
    }

    /// <summary>Sets the links between periods anew, after one joined or was stated for the first time.</summary>
    public void Link()
    {
        foreach (Slot slot in All)
        {
            slot.Children = ChildrenOf(slot);
            slot.LastChild = Array.Find(slot.Children, child => child.Period.End == slot.Period.End);
            slot.Containing = [.. All.Where(outer => outer.Period.Contains(slot.Period))];
        }

        foreach (Slot slot in All)
        {
            Slot[] stated = [.. All.Where(other => other.Own is not null)];
            slot.Homes = [.. slot.Containing.Where(outer => outer.ChildAround(slot) is null)];
            slot.Around = [.. stated.Where(other => other != slot && other.Period.Contains(slot.Period)).OrderBy(other => other.Period.Days)];
            slot.Inside = [.. stated.Where(other => other != slot && slot.Period.Contains(other.Period)).OrderByDescending(other => other.Period.Days)];
            slot.LatestFirst = [.. stated.Where(other => slot.Period.Contains(other.Period))
                .OrderByDescending(other => other.Period.End).ThenByDescending(other => other.Period.Days)];
        }

        LinkLayers();
    }

    /// <summary>Lists for each period the layers it adds up, after a layer was made.</summary>
    public void LinkLayers()
    {
        foreach (Slot slot in All)
        {
            slot.SumLayers = [.. SumLayersOf(slot)];
            slot.LastLayers = [.. LastLayersOf(slot)];
        }
    }

    // Found faster than by the period itself, and this is on the way of every read.
    private static long Days(Period period) => ((long)period.Start.DayNumber << 32) | (uint)period.End.DayNumber;

    private static IEnumerable<Layer> SumLayersOf(Slot slot) => slot.Layers.Concat(slot.Children.SelectMany(SumLayersOf));

    private static IEnumerable<Layer> LastLayersOf(Slot slot) =>
        slot.LastChild is { } last ? slot.Layers.Concat(LastLayersOf(last)) : slot.Layers;

    private static IEnumerable<Period> StandardOf(int year) =>
        Enumerable.Range(1, 12).Select(month => Period.Month(year, month))
            .Concat(Enumerable.Range(1, 4).Select(quarter => Period.Quarter(year, quarter)))
            .Concat([Period.Half(year, 1), Period.Half(year, 2), Period.NineMonths(year), Period.Year(year)]);

    private Slot[] ChildrenOf(Slot slot)
    {
        PeriodKind[] kinds = slot.Period.Kind switch
        {
            PeriodKind.Month => [],
            PeriodKind.Quarter => [PeriodKind.Month],
            PeriodKind.Half or PeriodKind.NineMonths or PeriodKind.Year => [PeriodKind.Quarter],
            _ => [PeriodKind.Year, PeriodKind.Quarter, PeriodKind.Month],
        };
        List<Slot> children = [];
        foreach (PeriodKind kind in kinds)
        {
            children.AddRange(All.Where(inner => inner.Period.Kind == kind && slot.Period.Contains(inner.Period)
                && !children.Exists(larger => larger.Period.Contains(inner.Period))).ToList());
        }

        return [.. children];
    }
}
