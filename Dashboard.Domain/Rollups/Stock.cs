using Dashboard.Domain.Indicators;

namespace Dashboard.Domain.Rollups;

/// <summary>
/// How a figure of a stock counts: for a period the latest-ending one inside it, of committees open on its last day. The
/// child that ends on the same day mostly has the same one, and then the period's own layers have nothing.
/// </summary>
internal readonly struct Stock(Tally tally)
{
    public void Put(Slot slot, int committee, int indicator, Stated? now)
    {
        foreach (Slot outer in slot.Containing)
        {
            Count(outer, committee, indicator, -1);
        }

        slot.Own!.Set(committee, indicator, now);
        foreach (Slot outer in slot.Containing)
        {
            Count(outer, committee, indicator, 1);
        }
    }

    /// <summary>Adds what a committee has for a period beyond that of the last child, or takes it off.</summary>
    public void Count(Slot slot, int committee, int indicator, int sign)
    {
        if (!tally.Counts(slot, committee, indicator))
        {
            return;
        }

        Slot? latest = slot.Latest(committee, indicator);
        Slot? derived = slot.LastChild?.Latest(committee, indicator);
        if (!ReferenceEquals(latest, derived))
        {
            Add(slot, latest, committee, indicator, sign);
            Add(slot, derived, committee, indicator, -sign);
        }
    }

    /// <summary>Counts, or stops counting, what committees have for the periods on whose last day they are open only in one of two structures.</summary>
    public void Recount(List<int> committees, Forest open, Forest closed, int sign)
    {
        foreach (int committee in committees)
        {
            foreach (Slot slot in tally.Slots.All)
            {
                if (open.IsOpenOn(committee, slot.Period.End) && !closed.IsOpenOn(committee, slot.Period.End))
                {
                    Recount(slot, committee, sign);
                }
            }
        }
    }

    private void Recount(Slot slot, int committee, int sign)
    {
        foreach (DueSet due in slot.DueSets.Where(due => due.IsOfStocks && due.Has(committee)))
        {
            due.Counts.Add(tally.AncestorsOf(committee, slot.Parents), 0, sign);
        }

        for (int indicator = 0; indicator < tally.Width; indicator++)
        {
            if (tally.OverTime[indicator] == OverTime.Last && slot.HasAny(committee, indicator))
            {
                Count(slot, committee, indicator, sign);
                tally.CountReported(slot, committee, indicator, sign);
            }
        }
    }

    private void Add(Slot slot, Slot? from, int committee, int indicator, int sign)
    {
        if (from?.Own!.Find(committee, indicator) is { } stated)
        {
            Amounts amounts = Amounts.Of(stated);
            tally.AddTo(slot, from.Period.End, committee, indicator, sign > 0 ? amounts : -amounts);
        }
    }
}
