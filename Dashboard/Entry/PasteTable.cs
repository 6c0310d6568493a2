namespace Dashboard.Entry;

/// <summary>Parts what a spreadsheet puts on the clipboard into rows and cells: tabs and line ends, a cell that holds one of them in quotes.</summary>
public static class PasteTable
{
    /// <summary>Most characters of a block.</summary>
    public const int Longest = 10_000;

    /// <summary>The rows, each with its cells, without blanks around them; empty rows at the end are left out.</summary>
    public static IReadOnlyList<string[]> Read(string text)
    {
        var rows = new List<string[]>();
        var row = new List<string>();
        bool mayQuote = true;
        int at = 0;
        while (at <= text.Length)
        {
            int end = mayQuote && at < text.Length && text[at] == '"' ? EndOfQuoted(text, at) : -1;
            mayQuote = end >= 0 || at >= text.Length || text[at] != '"';
            string cell = end < 0 ? text[at..(end = EndOfPlain(text, at))] : text[(at + 1)..(end - 1)].Replace("\"\"", "\"", StringComparison.Ordinal);
            row.Add(cell.Replace('\u00a0', ' ').Trim());
            if (end >= text.Length || text[end] != '\t')
            {
                rows.Add([.. row]);
                row.Clear();
                end += end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 1 : 0;
            }

            at = end + 1;
        }

        while (rows is [.., var last] && last.All(c => c.Length == 0))
        {
            rows.RemoveAt(rows.Count - 1);
        }

        return rows;
    }

    private static int EndOfPlain(string text, int at)
    {
        int end = text.AsSpan(at).IndexOfAny('\t', '\n', '\r');
        return end < 0 ? text.Length : at + end;
    }

    /// <summary>Place after the closing quote; negative when the quote is none.</summary>
    private static int EndOfQuoted(string text, int at)
    {
        for (int i = at + 1; i < text.Length; i++)
        {
            if (text[i] != '"')
            {
                continue;
            }

            if (i + 1 < text.Length && text[i + 1] == '"')
            {
                i++;
            }
            else if (i + 1 == text.Length || text[i + 1] is '\t' or '\n' or '\r')
            {
                return i + 1;
            }
        }

        return -1;
    }
}
