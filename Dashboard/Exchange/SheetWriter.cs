using System.Text;

namespace Dashboard.Exchange;

/// <summary>
/// Writes rows to a CSV file (UTF-8, RFC 4180) or, when the name ends in <c>.xlsx</c>, to a spreadsheet. The same rows give the
/// same bytes.
/// </summary>
public static class SheetWriter
{
    /// <summary>
    /// Writes a header and rows beside <paramref name="path"/> and puts the file in its place when it is whole. Returns how many rows.
    /// </summary>
    public static int Write(string path, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        string full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        string unfinished = full + ".part";
        int count = 0;
        IEnumerable<IReadOnlyList<string>> Counted()
        {
            foreach (IReadOnlyList<string> row in rows)
            {
                count++;
                yield return row;
            }
        }

        try
        {
            WriteAll(unfinished, Counted().Prepend(header), Path.GetExtension(full).Equals(".xlsx", StringComparison.OrdinalIgnoreCase));
            File.Move(unfinished, full, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }

        return count;
    }

    private static void WriteAll(string path, IEnumerable<IReadOnlyList<string>> rows, bool isSheet)
    {
        using FileStream file = File.Create(path);
        if (isSheet)
        {
            XlsxFile.Write(file, rows);
        }
        else
        {
            WriteCsv(file, rows);
        }
    }

    private static void WriteCsv(Stream file, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true) { NewLine = "\r\n" };
        foreach (IReadOnlyList<string> row in rows)
        {
            for (int i = 0; i < row.Count; i++)
            {
                if (i > 0)
                {
                    text.Write(',');
                }

                WriteCell(text, CellText.Escape(row[i]));
            }

            text.WriteLine();
        }
    }

    private static void WriteCell(StreamWriter text, string cell)
    {
        if (cell.AsSpan().IndexOfAny("\",\r\n") < 0 && (cell.Length == 0 || (cell[0] != ' ' && cell[^1] != ' ')))
        {
            text.Write(cell);
            return;
        }

        text.Write('"');
        text.Write(cell.Replace("\"", "\"\"", StringComparison.Ordinal));
        text.Write('"');
    }
}
