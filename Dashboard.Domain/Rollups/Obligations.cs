using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;

namespace Dashboard.Domain.Rollups;

/// <summary>Who owes what over which period. A committee is due over a period if it is due in any period inside it.</summary>
internal sealed class Obligations
{
    private readonly Dictionary<(string Form, Period Period), Owed> _owed = [];
    private int _given;

    // Replaced as a whole, never changed, since readers look here while the writer works.
    private Owed[] _all = [];

    /// <summary>Sets who owes a form for a period, in place of who did before.</summary>
    public void Set(Tally tally, string form, Period period, IEnumerable<int> indicators, IEnumerable<int> committees)
    {
        var owed = new Owed(_given++, period, [.. indicators], DueSet.MembersOf(committees));
        Slot slot = tally.Register(period);
        _owed[(form, period)] = owed;
        _all = [.. _owed.Values.OrderBy(each => each.Id)];
        foreach (Slot outer in slot.Containing)
        {
            Settle(tally, outer);
        }
    }

    public bool IsDue(int committee, int indicator, Period period) => Array.Exists(
        _all, owed => period.Contains(owed.Period) && owed.Indicators.Contains(indicator) && DueSet.Has(owed.Members, committee));

    /// <summary>Works out who is due over the period of <paramref name="slot"/>, and who has a figure without being due.</summary>
    public void Settle(Tally tally, Slot slot)
    {
        Owed[] inside = Array.FindAll(_all, owed => slot.Period.Contains(owed.Period));
        if (inside.Length == 0 && slot.Due is null)
        {
            return;
        }

        var sets = new Dictionary<string, DueSet>();
        var due = new DueSet?[tally.Width];
        for (int indicator = 0; indicator < due.Length; indicator++)
        {
            Owed[] asking = Array.FindAll(inside, owed => owed.Indicators.Contains(indicator));
            bool isStock = tally.OverTime[indicator] == OverTime.Last;
            string key = $"{isStock} {string.Join(',', asking.Select(owed => owed.Id))}";
            if (asking.Length > 0 && !sets.TryGetValue(key, out due[indicator]))
            {
                sets[key] = due[indicator] = CountUp(tally, slot, new DueSet(DueSet.Union(asking.Select(owed => owed.Members)), isStock));
            }
        }

        DueSet?[]? before = slot.Due;
        slot.Due = due;
        for (int indicator = 0; indicator < due.Length && slot.LatestFirst.Length > 0; indicator++)
        {
            Recount(tally, slot, indicator, before?[indicator], due[indicator]);
        }
    }

    private static DueSet CountUp(Tally tally, Slot slot, DueSet due)
    {
        for (int committee = 0; committee < tally.Forest.Count; committee++)
        {
            if (due.Has(committee) && (!due.IsOfStocks || tally.Forest.IsOpenOn(committee, slot.Period.End)))
            {
                due.Counts.Add(tally.AncestorsOf(committee, slot.Parents), 0, 1);
            }
        }

        return due;
    }

    private static void Recount(Tally tally, Slot slot, int indicator, DueSet? before, DueSet? now)
    {
        if (before is null && now is null)
        {
            return;
        }

        for (int committee = 0; committee < tally.Forest.Count; committee++)
        {
            bool was = before is not null && !before.Has(committee);
            bool isNow = now is not null && !now.Has(committee);
            if (was != isNow && slot.HasAny(committee, indicator) && tally.Counts(slot, committee, indicator))
            {
                (slot.Voluntary ??= new Plane<Counts>(tally.Width)).Add(tally.AncestorsOf(committee, slot.Parents), indicator, isNow ? 1 : -1);
            }
        }
    }

    private sealed record Owed(int Id, Period Period, HashSet<int> Indicators, ulong[] Members);
}
