using System.Text;

namespace Dashboard.Charts;

/// <summary>Writes lines of cells as CSV (RFC 4180) that a spreadsheet opens without running anything in it.</summary>
public static class CsvText
{
    /// <summary>The text, beginning with the byte order mark by which Excel knows UTF-8.</summary>
    public static string Of(IEnumerable<IReadOnlyList<string>> lines)
    {
        var text = new StringBuilder("\uFEFF");
        foreach (IReadOnlyList<string> line in lines)
        {
            text.AppendJoin(',', line.Select(Cell)).Append("\r\n");
        }

        return text.ToString();
    }

    private static string Cell(string value)
    {
        string safe = value is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] && !double.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out _) ? "'" + value : value;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
