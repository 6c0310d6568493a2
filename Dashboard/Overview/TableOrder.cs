using Dashboard.Domain.Returns;

namespace Dashboard.Overview;

/// <summary>The reader's choice of rows and their order.</summary>
/// <param name="Column">Sorted by.</param>
/// <param name="IsDescending">The largest first.</param>
/// <param name="Filter">Which rows.</param>
/// <param name="Search">Part of a name or code; diacritics and case do not matter.</param>
public readonly record struct TableOrder(TableColumn Column, bool IsDescending, TableFilter Filter, string Search)
{
    /// <summary>The table as it opens.</summary>
    public static TableOrder First { get; } = new(TableColumn.Vetted, true, TableFilter.All, "");

    /// <summary>After a click on a column's head: that column, or the other direction.</summary>
    public TableOrder By(TableColumn column) => column == Column
        ? this with { IsDescending = !IsDescending }
        : this with { Column = column, IsDescending = column is not (TableColumn.Name or TableColumn.Return) };

    /// <summary>The rows wanted, in order.</summary>
    public IEnumerable<SubordinateRow> Of(IEnumerable<SubordinateRow> rows)
    {
        TableOrder order = this;
        IEnumerable<SubordinateRow> wanted = rows.Where(row => Matches(row, order.Filter) && order.Finds(row));
        if (Column == TableColumn.Name)
        {
            StringComparer names = StringComparer.Create(System.Globalization.CultureInfo.CurrentCulture, true);
            return IsDescending ? wanted.OrderByDescending(row => Wording.Name(row), names) : wanted.OrderBy(row => Wording.Name(row), names);
        }

        // What is missing stands at the end in both directions: it is neither the least nor the most.
        IOrderedEnumerable<SubordinateRow> ordered = wanted.OrderBy(row => order.Key(row) is null);
        return (IsDescending ? ordered.ThenByDescending(order.Key) : ordered.ThenBy(order.Key)).ThenBy(row => row.Number);
    }

    /// <summary>Whether a row passes a filter.</summary>
    public static bool Matches(SubordinateRow row, TableFilter filter) => filter switch
    {
        TableFilter.Overdue => row.LapsesOverdue + row.ComplaintsOverdue > 0,
        TableFilter.BelowPlan => PurposeBars.ShareOf(row) < 1,
        TableFilter.NotApproved => row.OwnReturn is not (null or ReturnState.Approved),
        _ => true,
    };

    private bool Finds(SubordinateRow row) =>
        Search.Length == 0 || Folded(Wording.Name(row)).Contains(Folded(Search), StringComparison.Ordinal) || row.Committee.Code.Contains(Search.Trim(), StringComparison.OrdinalIgnoreCase);

    private double? Key(SubordinateRow row) => Column switch
    {
        TableColumn.Vetted => row.Vetted.Value,
        TableColumn.Share => PurposeBars.ShareOf(row),
        TableColumn.Change => Wording.Relative(row.Delta) ?? (row.Delta.Base is null ? null : row.Delta.Difference / 100.0),
        TableColumn.Lapses => row.LapsesOpen,
        TableColumn.Complaints => row.ComplaintsWithin + row.ComplaintsDueSoon + row.ComplaintsOverdue,
        TableColumn.Units => row.Returns.Owed == 0 ? null : (double)row.Returns.In / row.Returns.Owed,
        TableColumn.Return => row.OwnReturn is { } state ? (double)state : null,
        _ => null,
    };

    // đ is a letter of its own and no d with a mark: decomposing does not reach it.
    private static string Folded(string text) => string.Concat(text.Trim().ToLowerInvariant().Replace('đ', 'd').Normalize(System.Text.NormalizationForm.FormD)
        .Where(letter => System.Globalization.CharUnicodeInfo.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.NonSpacingMark));
}
