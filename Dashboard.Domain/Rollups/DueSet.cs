namespace Dashboard.Domain.Rollups;

/// <summary>Which committees owe a figure over a period, and how many of them stand below each committee.</summary>
/// <param name="members">Those that owe, a bit each.</param>
/// <param name="isOfStocks">For stocks: only members open on the last day of the period are counted.</param>
internal sealed class DueSet(ulong[] members, bool isOfStocks)
{
    public ulong[] Members { get; } = members;

    public bool IsOfStocks { get; } = isOfStocks;

    public Plane<Counts> Counts { get; } = new(1);

    public bool Has(int committee) => Has(Members, committee);

    public static bool Has(ulong[] members, int committee) =>
        committee >> 6 < members.Length && (members[committee >> 6] >> (committee & 63) & 1) != 0;

    public static ulong[] MembersOf(IEnumerable<int> committees)
    {
        ulong[] members = [];
        foreach (int committee in committees)
        {
            if (committee >> 6 >= members.Length)
            {
                Array.Resize(ref members, Math.Max((committee >> 6) + 1, members.Length * 2));
            }

            members[committee >> 6] |= 1UL << (committee & 63);
        }

        return members;
    }

    public static ulong[] Union(IEnumerable<ulong[]> sets)
    {
        ulong[] all = [];
        foreach (ulong[] set in sets)
        {
            Array.Resize(ref all, Math.Max(all.Length, set.Length));
            for (int at = 0; at < set.Length; at++)
            {
                all[at] |= set[at];
            }
        }

        return all;
    }
}
