using Dashboard.Disclosure;
using Dashboard.Live;
using Dashboard.Overview;

namespace Dashboard.Meeting.Scenes;

/// <summary>A committee with its progress to plan.</summary>
/// <param name="Place">Its place, 1 for the first.</param>
/// <param name="Row">The committee.</param>
/// <param name="Share">Vetted over the plan of the period, 1 for all of it.</param>
public sealed record RankedRow(int Place, SubordinateRow Row, double Share);

/// <summary>Committees ranked by their progress to plan, as many as fit; those between the first and the last are told together.</summary>
/// <param name="First">The best.</param>
/// <param name="Folded">Those between.</param>
/// <param name="Last">The least.</param>
/// <param name="Unplanned">How many have no plan, or nothing reported yet.</param>
/// <param name="Hidden">How many have a plan and a count that is not shown: their place would tell between which it lies.</param>
public sealed record ProgressRank(IReadOnlyList<RankedRow> First, IReadOnlyList<RankedRow> Folded, IReadOnlyList<RankedRow> Last, int Unplanned, int Hidden)
{
    private const int MostFirst = 3, MostLast = 5;

    /// <summary>All of them.</summary>
    public IEnumerable<RankedRow> All => First.Concat(Folded).Concat(Last);

    /// <summary>Ranks the committees below; those equal stand in the order of their names.</summary>
    public static ProgressRank Of(IEnumerable<SubordinateRow> rows)
    {
        SubordinateRow[] below = [.. rows.Where(row => !row.IsOwn)];
        RankedRow[] ranked =
        [
            .. below.Where(row => row.PeriodPlan is > 0 && row.Vetted.Value is not null && !Withheld.Is(row.Vetted.Value))
                .Select(row => (Row: row, Share: (double)row.Vetted.Value!.Value / row.PeriodPlan!.Value))
                .OrderByDescending(one => one.Share).ThenBy(one => one.Row.Committee.Name, StringComparer.Ordinal)
                .Select((one, i) => new RankedRow(i + 1, one.Row, one.Share)),
        ];
        int hidden = below.Count(row => row.PeriodPlan is > 0 && Withheld.Is(row.Vetted.Value)), unplanned = below.Length - ranked.Length - hidden;
        // A fold of one would take the place of the one it hides.
        return ranked.Length <= MostFirst + MostLast + 1
            ? new(ranked, [], [], unplanned, hidden)
            : new(ranked[..MostFirst], ranked[MostFirst..^MostLast], ranked[^MostLast..], unplanned, hidden);
    }
}
