namespace Dashboard.Exchange;

/// <summary>Where the known columns stand in a file, from its header.</summary>
public sealed class SheetColumns
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    private SheetColumns(int width) => Width = width;

    /// <summary>How many columns the file has.</summary>
    public int Width { get; }

    /// <summary>
    /// Reads the header. Columns that are missing, unknown, there twice, or seem to hold personal data are faults; then null.
    /// </summary>
    public static SheetColumns? Read(SheetRow header, string[] required, string[] optional, FaultList faults)
    {
        int before = faults.Count;
        if (NamesPeople(header, [.. required, .. optional], faults))
        {
            return null;
        }

        if (header.Cells.Count == 1 && header.Cells[0].AsSpan().IndexOfAny(';', '\t') >= 0)
        {
            faults.Add(header.Line, null, "file.delimiter");
            return null;
        }

        var columns = new SheetColumns(header.Cells.Count);
        for (int i = 0; i < header.Cells.Count; i++)
        {
            string name = header.Cells[i].Trim();
            if (!required.Contains(name) && !optional.Contains(name))
            {
                faults.Add(header.Line, name, "column.unknown", string.Join(", ", required.Concat(optional)));
            }
            else if (!columns._places.TryAdd(name, i))
            {
                faults.Add(header.Line, name, "column.duplicate");
            }
        }

        foreach (string name in required.Where(name => !columns._places.ContainsKey(name)))
        {
            faults.Add(header.Line, name, "column.missing");
        }

        return faults.Count == before ? columns : null;
    }

    /// <summary>Whether the file has the column.</summary>
    public bool Has(string name) => _places.ContainsKey(name);

    /// <summary>The cell of a row, without blanks around it; empty when the file lacks the column.</summary>
    public string Cell(SheetRow row, string name) => _places.TryGetValue(name, out int place) ? row.Cells[place].Trim() : "";

    /// <summary>Whether the row has as many cells as the header; a fault when not.</summary>
    public bool Fits(SheetRow row, FaultList faults)
    {
        if (row.Cells.Count == Width)
        {
            return true;
        }

        faults.Add(row.Line, null, "row.cells", row.Cells.Count, Width);
        return false;
    }

    /// <summary>
    /// A file that is about people is refused for that alone: to list what else is wrong would invite to mend it. What stands in one
    /// cell because another sign divides the columns is looked at in its parts.
    /// </summary>
    private static bool NamesPeople(SheetRow header, string[] known, FaultList faults)
    {
        int before = faults.Count;
        foreach (string name in header.Cells.SelectMany(cell => cell.Split(';', '\t', '|')).Select(name => name.Trim()))
        {
            if (!known.Contains(name) && PersonalColumns.Seems(name))
            {
                faults.Add(header.Line, Cells.Short(name), "column.personal");
            }
        }

        return faults.Count > before;
    }
}
