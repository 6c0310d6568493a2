namespace Dashboard.Figures;

/// <summary>Which rows of a pivot are on the page, by what its reader chose.</summary>
internal static class PivotShown
{
    /// <summary>The topics that have a row to show, folded away or not, each with its rows.</summary>
    public static IEnumerable<(PivotGroup Group, IReadOnlyList<PivotRow> Rows)> Groups(Pivot pivot, PivotChoice choice) =>
        from @group in pivot.Groups
        let rows = choice.OnlySignals ? [.. @group.Rows.Where(row => row.HasSignal)] : (IReadOnlyList<PivotRow>)@group.Rows
        where rows.Count > 0
        select (@group, rows);

    /// <summary>The rows that are not folded away.</summary>
    public static IEnumerable<PivotRow> Rows(Pivot pivot, PivotChoice choice) =>
        Groups(pivot, choice).Where(one => !choice.Closed.Contains(one.Group.Topic)).SelectMany(one => one.Rows);
}
