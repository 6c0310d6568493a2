namespace Dashboard.Domain.Rollups;

/// <summary>
/// How a figure of a flow counts. It counts for every period that contains it, unless another figure inside that
/// period covers it. Since a period already has what its children have, only the difference goes into its layers.
/// </summary>
internal readonly struct Flow(Tally tally)
{
    public void Put(Slot slot, int committee, int indicator, Stated? before, Stated? now)
    {
        Slot? cover = CoverOf(slot, committee, indicator);
        Amounts change = (now is { } stated ? Amounts.Of(stated) : default) + (before is { } gone ? -Amounts.Of(gone) : default);
        if (before is null != now is null && slot.Inside.Length > 0)
        {
            CoverInner(slot, cover, committee, indicator, appears: before is null);
        }

        Contribute(slot, cover, committee, indicator, change);
        slot.Own!.Set(committee, indicator, now);
    }

    public void Populate(Slot outer, int committee, int indicator)
    {
        foreach (Slot inner in outer.Inside)
        {
            if (inner.Own!.Find(committee, indicator) is { } stated)
            {
                ContributeTo(outer, inner, CoverOf(inner, committee, indicator), committee, indicator, Amounts.Of(stated));
            }
        }
    }

    private static Slot? CoverOf(Slot slot, int committee, int indicator)
    {
        foreach (Slot around in slot.Around)
        {
            if (around.Own!.Has(committee, indicator))
            {
                return around;
            }
        }

        return null;
    }

    /// <summary>Changes the cover of the figures directly inside a figure that appears or goes.</summary>
    private void CoverInner(Slot slot, Slot? cover, int committee, int indicator, bool appears)
    {
        List<Slot> direct = [];
        foreach (Slot inner in slot.Inside)
        {
            if (direct.Exists(larger => larger.Period.Contains(inner.Period)) || inner.Own!.Find(committee, indicator) is not { } stated)
            {
                continue;
            }

            direct.Add(inner);
            Amounts amounts = Amounts.Of(stated);
            Contribute(inner, appears ? slot : cover, committee, indicator, amounts);
            Contribute(inner, appears ? cover : slot, committee, indicator, -amounts);
        }
    }

    private void Contribute(Slot slot, Slot? cover, int committee, int indicator, in Amounts amounts)
    {
        if (cover is null)
        {
            foreach (Slot home in slot.Homes)
            {
                tally.AddTo(home, slot.Period.End, committee, indicator, amounts);
            }

            return;
        }

        foreach (Slot outer in slot.Containing)
        {
            ContributeTo(outer, slot, cover, committee, indicator, amounts);
        }
    }

    private void ContributeTo(Slot outer, Slot slot, Slot? cover, int committee, int indicator, in Amounts amounts)
    {
        Slot? child = outer.ChildAround(slot);
        if (cover is null || !outer.Period.Contains(cover.Period))
        {
            if (child is null)
            {
                tally.AddTo(outer, slot.Period.End, committee, indicator, amounts);
            }
        }
        else if (child is not null && !child.Period.Contains(cover.Period))
        {
            tally.AddTo(outer, slot.Period.End, committee, indicator, -amounts);
        }
    }
}
