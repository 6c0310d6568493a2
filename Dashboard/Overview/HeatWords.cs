namespace Dashboard.Overview;

/// <summary>Puts the heat map into lines.</summary>
internal static class HeatWords
{
    /// <summary>Kind, code and name of the committee, open and overdue of each cell that has any or that is not shown.</summary>
    public static IEnumerable<IReadOnlyList<string>> Cells(LapseHeat heat) =>
        from row in heat.Rows
        from i in Enumerable.Range(0, heat.Columns.Count)
        where row.Cells[i].Open != 0
        select (IReadOnlyList<string>)[OverviewTexts.Get("Lapse." + row.Kind), heat.Columns[i].Code, Wording.Name(heat.Columns[i]), Wording.Plain(row.Cells[i].Open), Wording.Plain(row.Cells[i].Overdue)];
}
