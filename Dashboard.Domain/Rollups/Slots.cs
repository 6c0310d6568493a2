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
        Link(joined);
        return joined;
    }

    /// <summary>Marks a period as stated: from now on it is looked into for covers and for what is inside.</summary>
    public void State(Slot slot, OwnFigures own)
    {
        slot.Own = own;
        foreach (Slot outer in slot.Containing)
        {
            outer.LatestFirst = [.. outer.LatestFirst.Append(slot).OrderByDescending(other => other.Period.End).ThenByDescending(other => other.Period.Days)];
            if (outer != slot)
            {
                outer.Inside = [.. outer.Inside.Append(slot).OrderByDescending(other => other.Period.Days)];
            }
        }

        foreach (Slot inner in All)
        {
            if (inner != slot && slot.Period.Contains(inner.Period))
            {
                inner.Around = [.. inner.Around.Append(slot).OrderBy(other => other.Period.Days)];
            }
        }
    }

    /// <summary>Lists anew the layers that <paramref name="slots"/> add up.</summary>
    public static void LinkLayers(Slot[] slots)
    {
        foreach (Slot slot in slots)
        {
            List<Layer> layers = [];
            AddSumLayers(slot, layers);
            slot.SumLayers = [.. layers];
            layers.Clear();
            for (Slot? last = slot; last is not null; last = last.LastChild)
            {
                layers.AddRange(last.Layers);
            }

            slot.LastLayers = [.. layers];
        }
    }

    /// <summary>Sets the links between periods that do not depend on what was stated, and those of the joined ones that do.</summary>
    private void Link(List<Slot> joined)
    {
        foreach (Slot slot in All)
        {
            slot.Children = ChildrenOf(slot);
            slot.LastChild = Array.Find(slot.Children, child => child.Period.End == slot.Period.End);
            slot.Containing = Array.FindAll(All, outer => outer.Period.Contains(slot.Period));
        }

        foreach (Slot slot in All)
        {
            slot.Homes = Array.FindAll(slot.Containing, outer => outer.ChildAround(slot) is null);
        }

        foreach (Slot slot in joined)
        {
            slot.Around = [.. slot.Containing.Where(outer => outer.Own is not null).OrderBy(outer => outer.Period.Days)];
            slot.Inside = [.. All.Where(inner => inner.Own is not null && slot.Period.Contains(inner.Period)).OrderByDescending(inner => inner.Period.Days)];
            slot.LatestFirst = [.. slot.Inside.OrderByDescending(inner => inner.Period.End).ThenByDescending(inner => inner.Period.Days)];
        }

        LinkLayers(All);
    }

    // Found faster than by the period itself, and this is on the way of every read.
    private static long Days(Period period) => ((long)period.Start.DayNumber << 32) | (uint)period.End.DayNumber;

    private static void AddSumLayers(Slot slot, List<Layer> layers)
    {
        layers.AddRange(slot.Layers);
        foreach (Slot child in slot.Children)
        {
            AddSumLayers(child, layers);
        }
    }

    private static IEnumerable<Period> StandardOf(int year) =>
        Enumerable.Range(1, 12).Select(month => Period.Month(year, month))
            .Concat(Enumerable.Range(1, 4).Select(quarter => Period.Quarter(year, quarter)))
            .Concat([Period.Half(year, 1), Period.Half(year, 2), Period.NineMonths(year), Period.Year(year)]);

    private Slot[] ChildrenOf(Slot slot)
    {
        PeriodKind[] kinds = slot.Kind switch
        {
            PeriodKind.Month => [],
            PeriodKind.Quarter => [PeriodKind.Month],
            PeriodKind.Half or PeriodKind.NineMonths or PeriodKind.Year => [PeriodKind.Quarter],
            _ => [PeriodKind.Year, PeriodKind.Quarter, PeriodKind.Month],
        };
        List<Slot> children = [];
        foreach (PeriodKind kind in kinds)
        {
            int larger = children.Count;
            foreach (Slot inner in All)
            {
                if (inner.Kind == kind && slot.Period.Contains(inner.Period) && !IsInside(inner, children, larger))
                {
                    children.Add(inner);
                }
            }
        }

        return [.. children];
    }

    private static bool IsInside(Slot inner, List<Slot> children, int count)
    {
        for (int at = 0; at < count; at++)
        {
            if (children[at].Period.Contains(inner.Period))
            {
                return true;
            }
        }

        return false;
    }
}
