using Dashboard.Committees;
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
        LapseLine Line(LapseKind? kind, IReadOnlyList<HeatCell> cells) => new(kind, [.. cells.Take(shown)], Sum(cells.Skip(shown)), Sum(cells));
        HeatCell[] totals = [.. Enumerable.Range(0, heat.Columns.Count).Select(i => Sum(heat.Rows.Select(row => row.Cells[i])))];
        int others = totals.Skip(shown).Count(cell => cell.Open > 0);
        return new([.. heat.Columns.Take(shown)], others, [.. heat.Rows.Select(row => Line(row.Kind, row.Cells))], Line(null, totals));
    }

    private static HeatCell Sum(IEnumerable<HeatCell> cells) => cells.Aggregate(default(HeatCell), (sum, cell) => new(sum.Open + cell.Open, sum.Overdue + cell.Overdue));
}

/// <summary>A kind of lapse across committees.</summary>
/// <param name="Kind">The kind; null for all together.</param>
/// <param name="Cells">One a column.</param>
/// <param name="Others">The committees without a column.</param>
/// <param name="All">All committees.</param>
public sealed record LapseLine(LapseKind? Kind, IReadOnlyList<HeatCell> Cells, HeatCell Others, HeatCell All);
