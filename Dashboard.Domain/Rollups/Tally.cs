using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;

namespace Dashboard.Domain.Rollups;

/// <summary>The cube's state and what one figure changes in it. Knows neither threads nor sequence numbers.</summary>
internal sealed class Tally
{
    private readonly Ancestors _ancestors = new();

    public Tally(Trees trees, IReadOnlyList<OverTime> indicators, bool loading)
    {
        Forest = new Forest(trees, null);
        Moves.EnsureAcyclic(Enumerable.Range(0, Forest.Count), Forest.Now);
        OverTime = [.. indicators];
        _ancestors.IsLoading = loading;
    }

    public Forest Forest { get; private set; }

    public OverTime[] OverTime { get; }

    public int Width => OverTime.Length;

    public Slots Slots { get; } = new();

    public Obligations Obligations { get; } = new();

    public Stated? Find(int committee, int indicator, Period period) => Slots.Find(period)?.Own?.Find(committee, indicator);

    /// <summary>Every figure of a committee and indicator, by first day, the longer before the shorter.</summary>
    public IEnumerable<(Period Period, Stated Stated)> All(int committee, int indicator) =>
        from slot in Slots.All
        let stated = slot.Own?.Find(committee, indicator)
        where stated is not null
        select (slot.Period, stated.Value);

    public Ancestors AncestorsOf(int committee, int[] then) => _ancestors.Of(committee, then, Forest.Now);

    /// <summary>States, restates or withdraws a figure.</summary>
    public void Put(int committee, int indicator, Period period, Stated? now)
    {
        if (now is null && Slots.Find(period)?.Own is null)
        {
            return;
        }

        Slot slot = SlotStated(period);
        Stated? before = slot.Own!.Find(committee, indicator);
        if (before == now)
        {
            return;
        }

        if (OverTime[indicator] == Indicators.OverTime.Last)
        {
            new Stock(this).Put(slot, committee, indicator, now);
        }
        else
        {
            new Flow(this).Put(slot, committee, indicator, before, now);
        }

        if (before is null != now is null)
        {
            ReportChanged(slot, committee, indicator, now is null ? -1 : 1);
        }
    }

    public Slot Register(Period period)
    {
        if (Slots.Find(period) is { } known)
        {
            return known;
        }

        foreach (Slot slot in Slots.Register(period))
        {
            slot.Parents = Forest.On(slot.Period.End);
            if (slot.Inside.Length > 0)
            {
                Populate(slot);
            }

            Obligations.Settle(this, slot);
        }

        return Slots.Find(period)!;
    }

    public void AddTo(Slot slot, DateOnly day, int committee, int indicator, in Amounts amounts)
    {
        Layer layer = LayerOf(slot, day);
        layer.Add(AncestorsOf(committee, layer.Parents), indicator, amounts);
    }

    public void CountReported(Slot slot, int committee, int indicator, int sign)
    {
        Ancestors ancestors = AncestorsOf(committee, slot.Parents);
        slot.Reported?.Add(ancestors, indicator, sign);
        if (slot.Due?[indicator] is { } due && !due.Has(committee))
        {
            (slot.Voluntary ??= new Plane<Counts>(Width)).Add(ancestors, indicator, sign);
        }
    }

    /// <summary>Whether a figure over the period counts: a stock only of committees open on the last day.</summary>
    public bool Counts(Slot slot, int committee, int indicator) =>
        OverTime[indicator] == Indicators.OverTime.Sum || Forest.IsOpenOn(committee, slot.Period.End);

    /// <summary>Folds up what was loaded, once, through today's tree, then turns the other view into that of its days.</summary>
    public void FinishLoading()
    {
        _ancestors.IsLoading = false;
        _ancestors.Forget();
        int[] now = Forest.Now;
        int[] deepestFirst = Forest.DeepestFirst(now);
        var moves = new Dictionary<int[], Moves?>(ReferenceEqualityComparer.Instance);
        foreach ((IPlane plane, int[] then, _) in Planes())
        {
            plane.Fold(deepestFirst, now);
            if (!moves.TryGetValue(then, out Moves? difference))
            {
                moves[then] = difference = Moves.Between(now, then);
            }

            plane.Move(difference, null);
        }
    }

    /// <summary>Moves every subtree whose parent changed, and recounts the stocks of committees that opened or closed.</summary>
    public void Restructure(Trees trees)
    {
        var forest = new Forest(trees, Forest);
        var reshaping = new Reshaping(this, forest);
        List<int> lives = forest.LivesChanged(Forest);
        new Stock(this).Recount(lives, Forest, forest, -1);
        Forest before = Forest;
        reshaping.Carry();
        Forest = forest;
        _ancestors.Forget();
        new Stock(this).Recount(lives, forest, before, 1);
    }

    /// <summary>Every plane with the tree that its view of the structure at the time follows.</summary>
    public IEnumerable<(IPlane Plane, int[] Then, DateOnly Day)> Planes()
    {
        foreach (Slot slot in Slots.All)
        {
            foreach (Layer layer in slot.Layers)
            {
                foreach (IPlane plane in layer.Planes)
                {
                    yield return (plane, layer.Parents, layer.Day);
                }
            }

            IPlane?[] others = [slot.Reported, slot.Voluntary, .. slot.DueSets.Select(due => due.Counts)];
            foreach (IPlane? plane in others)
            {
                if (plane is not null)
                {
                    yield return (plane, slot.Parents, slot.Period.End);
                }
            }
        }
    }

    private Slot SlotStated(Period period)
    {
        Slot slot = Register(period);
        if (slot.Own is not null)
        {
            return slot;
        }

        foreach (Slot outer in slot.Containing.Where(outer => outer != slot && outer.Reported is null))
        {
            outer.Reported = outer.Layers.Find(layer => layer.Day == outer.Period.End)?.Parts.Copy() ?? new Plane<Counts>(Width);
        }

        Slots.State(slot, new OwnFigures(Width));
        return slot;
    }

    private Layer LayerOf(Slot slot, DateOnly day)
    {
        foreach (Layer layer in slot.Layers)
        {
            if (layer.Day == day)
            {
                return layer;
            }
        }

        var added = new Layer(day, Forest.On(day), Width);
        slot.Layers.Add(added);
        Slots.LinkLayers(slot.Containing);
        return added;
    }

    private void ReportChanged(Slot slot, int committee, int indicator, int sign)
    {
        foreach (Slot outer in slot.Containing)
        {
            if (Counts(outer, committee, indicator) && !outer.HasAny(committee, indicator, except: slot))
            {
                CountReported(outer, committee, indicator, sign);
            }
        }
    }

    /// <summary>Fills a period that joins when figures inside it are already known.</summary>
    private void Populate(Slot slot)
    {
        slot.Reported = new Plane<Counts>(Width);
        for (int committee = 0; committee < Forest.Count; committee++)
        {
            for (int indicator = 0; indicator < Width; indicator++)
            {
                if (!slot.HasAny(committee, indicator) || !Counts(slot, committee, indicator))
                {
                    continue;
                }

                CountReported(slot, committee, indicator, 1);
                if (OverTime[indicator] == Indicators.OverTime.Last)
                {
                    new Stock(this).Count(slot, committee, indicator, 1);
                }
                else
                {
                    new Flow(this).Populate(slot, committee, indicator);
                }
            }
        }
    }
}
