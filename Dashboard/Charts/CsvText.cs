using System.Globalization;
using System.Text;
using Dashboard.Exchange;

namespace Dashboard.Charts;

/// <summary>Writes lines of cells as CSV (RFC 4180) that a spreadsheet opens without running anything in it.</summary>
public static class CsvText
{
    private static readonly System.Buffers.SearchValues<char> Quoted = System.Buffers.SearchValues.Create(",;\"\r\n\t");

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
        string safe = IsNumber(value) ? value : CellText.Escape(value);
        return safe.AsSpan().ContainsAny(Quoted) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    /// <summary>Digits with a sign and a point at most: no more than a spreadsheet takes for a number and nothing else.</summary>
    private static bool IsNumber(string value) =>
        decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}
