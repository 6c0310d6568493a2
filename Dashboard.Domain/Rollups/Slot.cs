using Dashboard.Domain.Periods;

namespace Dashboard.Domain.Rollups;

/// <summary>
/// All that is kept of one period. Its totals are derived: those of the periods it is made of, plus layers of what is
/// different (a year stated as such, a figure that crosses the quarters), which are empty for plain data.
/// </summary>
internal sealed class Slot(Period period)
{
    public Period Period { get; } = period;

    public PeriodKind Kind { get; } = period.Kind;

    /// <summary>The tree of the period's last day.</summary>
    public int[] Parents { get; set; } = [];

    /// <summary>Figures stated for exactly this period; null while there never was one.</summary>
    public OwnFigures? Own { get; set; }

    public List<Layer> Layers { get; } = [];

    /// <summary>How many committees have a figure over the period; null while that is the number of parts.</summary>
    public Plane<Counts>? Reported { get; set; }

    /// <summary>Who owes each indicator; null for those that nobody owes.</summary>
    public DueSet?[]? Due { get; set; }

    /// <summary>The sets of <see cref="Due"/>, each once though several indicators share it.</summary>
    public IEnumerable<DueSet> DueSets => Due is null ? [] : Due.OfType<DueSet>().Distinct();

    /// <summary>How many committees have a figure they do not owe, for the indicators that somebody owes.</summary>
    public Plane<Counts>? Voluntary { get; set; }

    // What follows is links to other periods, set by Slots whenever a period joins.

    /// <summary>The periods this one is derived from, none overlapping another.</summary>
    public Slot[] Children { get; set; } = [];

    /// <summary>The child that ends on the same day, from which a stock is derived.</summary>
    public Slot? LastChild { get; set; }

    /// <summary>Every period that contains this one, itself included.</summary>
    public Slot[] Containing { get; set; } = [];

    /// <summary>Those of <see cref="Containing"/> none of whose children contains this one.</summary>
    public Slot[] Homes { get; set; } = [];

    /// <summary>Stated periods strictly around this one, the shortest first.</summary>
    public Slot[] Around { get; set; } = [];

    /// <summary>Stated periods strictly inside this one, the longest first.</summary>
    public Slot[] Inside { get; set; } = [];

    /// <summary>Stated periods inside this one or equal to it, the latest-ending first, the longer before the shorter.</summary>
    public Slot[] LatestFirst { get; set; } = [];

    /// <summary>The layers that add up to the totals of a flow.</summary>
    public Layer[] SumLayers { get; set; } = [];

    /// <summary>The layers that add up to the totals of a stock.</summary>
    public Layer[] LastLayers { get; set; } = [];

    /// <summary>The layer that is all there is to this period: figures for exactly these days, without remarks, owed if anything is; else null.</summary>
    public Layer? Only() => SumLayers is [{ Remarks: null } layer] && LastLayers is [var last] && ReferenceEquals(layer, last)
        && Reported is null && Voluntary is null ? layer : null;

    public Slot? ChildAround(Slot inner) => Array.Find(Children, child => child.Period.Contains(inner.Period));

    public bool HasAny(int committee, int indicator, Slot? except = null)
    {
        foreach (Slot slot in LatestFirst)
        {
            if (!ReferenceEquals(slot, except) && slot.Own!.Has(committee, indicator))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The latest-ending figure inside the period that no other inside it contains.</summary>
    public Slot? Latest(int committee, int indicator)
    {
        foreach (Slot slot in LatestFirst)
        {
            if (slot.Own!.Has(committee, indicator))
            {
                return slot;
            }
        }

        return null;
    }
}
