using Dashboard.Committees;
using Dashboard.Disclosure;
using Dashboard.Domain.Lapses;
using Dashboard.Overview;

namespace Dashboard.Meeting.Scenes;

/// <summary>Open lapses by kind and committee, as many columns as can be read from afar; the rest are added up in one.</summary>
/// <param name="Columns">The committees with the most.</param>
/// <param name="Others">How many more committees have any.</param>
/// <param name="Lines">The kinds that occur.</param>
/// <param name="Totals">All kinds together.</param>
public sealed record LapseTable(IReadOnlyList<CommitteeLink> Columns, int Others, IReadOnlyList<LapseLine> Lines, LapseLine Totals)
{
    private const int MostColumns = 8;

    /// <summary>Makes the table.</summary>
    public static LapseTable Of(LapseHeat heat)
    {
        int shown = heat.Columns.Count <= MostColumns + 1 ? heat.Columns.Count : MostColumns;
        LapseLine Line(LapseKind? kind, IReadOnlyList<HeatCell> cells, HeatCell? all) =>
            new(kind, [.. cells.Take(shown)], cells.Any(IsHidden) ? new HeatCell(Withheld.Count, 0) : Sum(cells.Skip(shown)), all ?? Sum(cells));
        IReadOnlyList<HeatCell> totals = heat.Totals is { } given ? given : [.. Enumerable.Range(0, heat.Columns.Count).Select(i => Sum(heat.Rows.Select(row => row.Cells[i])))];
        int others = totals.Skip(shown).Count(cell => cell.Open != 0);
        return new(
            [.. heat.Columns.Take(shown)], others, [.. heat.Rows.Select(row => Line(row.Kind, row.Cells, row.All))],
            Line(null, totals, heat.Totals is null ? null : new HeatCell(heat.Open, heat.Overdue)));
    }

    // A part of a sum that is not shown leaves the sum of the others unsaid too.
    private static bool IsHidden(HeatCell cell) => Withheld.Is(cell.Open);

    private static HeatCell Sum(IEnumerable<HeatCell> cells) => cells.Aggregate(default(HeatCell), (sum, cell) => new(sum.Open + cell.Open, sum.Overdue + cell.Overdue));
}

/// <summary>A kind of lapse across committees.</summary>
/// <param name="Kind">The kind; null for all together.</param>
/// <param name="Cells">One a column.</param>
/// <param name="Others">The committees without a column.</param>
/// <param name="All">All committees.</param>
public sealed record LapseLine(LapseKind? Kind, IReadOnlyList<HeatCell> Cells, HeatCell Others, HeatCell All);
