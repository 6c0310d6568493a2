using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;

namespace Dashboard.Domain.Rollups;

/// <summary>Works out from the figures themselves what no total is kept of.</summary>
internal static class Recount
{
    /// <summary>What one committee has of its own.</summary>
    public static Rollup Own(Tally tally, int committee, int indicator, Period period)
    {
        Amounts amounts = default;
        foreach (Slot slot in Selected(Inside(tally, period), tally.OverTime[indicator], committee, indicator))
        {
            amounts += Amounts.Of(slot.Own!.Find(committee, indicator)!.Value);
        }

        int reported = amounts.Parts == 0 ? 0 : 1;
        return amounts.Read(reported, reported == 1 || tally.Obligations.IsDue(committee, indicator, period) ? 1 : 0);
    }

    /// <summary>What a committee and all below it have, over a period that is neither standard nor stated by anybody.</summary>
    public static Rollup Total(Tally tally, View view, int top, int indicator, Period period)
    {
        Slot[] inside = Inside(tally, period);
        ReadOnlySpan<int> tree = view == View.Now ? tally.Forest.Now : tally.Forest.Look(period.End);
        Amounts amounts = default;
        int all = 0;
        int owing = 0;
        int paid = 0;
        for (int committee = 0; committee < tree.Length; committee++)
        {
            bool counts = tally.OverTime[indicator] == OverTime.Sum || tally.Forest.IsOpenOn(committee, period.End);
            bool has = false;
            foreach (Slot slot in counts ? Selected(inside, tally.OverTime[indicator], committee, indicator) : [])
            {
                has = true;
                if (IsBelow(committee, top, view == View.Now ? tree : slot.Parents))
                {
                    amounts += Amounts.Of(slot.Own!.Find(committee, indicator)!.Value);
                }
            }

            if (counts && IsBelow(committee, top, tree))
            {
                bool owes = tally.Obligations.IsDue(committee, indicator, period);
                all += has ? 1 : 0;
                owing += owes ? 1 : 0;
                paid += owes && has ? 1 : 0;
            }
        }

        return owing > 0 ? amounts.Read(paid, owing) : amounts.Read(all, all);
    }

    private static Slot[] Inside(Tally tally, Period period) =>
        [.. tally.Slots.All.Where(slot => slot.Own is not null && period.Contains(slot.Period))
            .OrderByDescending(slot => slot.Period.End).ThenByDescending(slot => slot.Period.Days)];

    /// <summary>The figures that no other inside covers, the latest-ending first; of a stock only that one.</summary>
    private static List<Slot> Selected(Slot[] latestFirst, OverTime overTime, int committee, int indicator)
    {
        List<Slot> selected = [];
        foreach (Slot slot in latestFirst)
        {
            // Figures nest or are apart, and the longer of two that end together comes first: a cover comes before what it covers.
            if (slot.Own!.Has(committee, indicator) && !selected.Exists(cover => cover.Period.Contains(slot.Period)))
            {
                selected.Add(slot);
                if (overTime == OverTime.Last)
                {
                    break;
                }
            }
        }

        return selected;
    }

    private static bool IsBelow(int committee, int top, ReadOnlySpan<int> parents)
    {
        int node = committee;
        while (node >= 0 && node != top)
        {
            node = parents[node];
        }

        return node == top;
    }
}
