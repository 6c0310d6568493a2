using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using MiniExcelLibs;

namespace Dashboard.Exchange;

/// <summary>Reads the rows of a CSV file (UTF-8, RFC 4180) or of the first sheet of an XLSX file, one at a time.</summary>
public static class SheetFile
{
    /// <summary>Most characters in a cell.</summary>
    public const int LongestCell = 32_767;

    /// <summary>
    /// The rows, the header first. What cannot be read as a table ends the rows with a fault in <paramref name="faults"/>; no file
    /// makes it throw.
    /// </summary>
    public static IEnumerable<SheetRow> Read(string path, FaultList faults)
    {
        bool isSheet = Path.GetExtension(path).Equals(".xlsx", StringComparison.OrdinalIgnoreCase);
        if (FileCheck.Find(path, isSheet) is { } fault)
        {
            faults.Add(fault.Line, null, fault.Code, fault.Arguments);
            return [];
        }

        return Guarded(isSheet ? ReadXlsx(path) : ReadCsv(path, faults), isSheet, faults);
    }

    private static IEnumerable<SheetRow> Guarded(IEnumerable<SheetRow> rows, bool isSheet, FaultList faults)
    {
        using IEnumerator<SheetRow> each = rows.GetEnumerator();
        while (true)
        {
            try
            {
                if (!each.MoveNext())
                {
                    yield break;
                }
            }
            catch (MaxFieldSizeException)
            {
                faults.Add(0, null, "file.cellTooLong", LongestCell);
                yield break;
            }
            catch (Exception) when (isSheet)
            {
                // Whatever a damaged zip or its XML makes the reader throw, it is the file that is at fault.
                faults.Add(0, null, "file.damaged");
                yield break;
            }

            yield return each.Current;
        }
    }

    private static IEnumerable<SheetRow> ReadCsv(string path, FaultList faults)
    {
        bool isBad = false;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            HasHeaderRecord = false,
            Delimiter = ",",
            BadDataFound = _ => isBad = true,
            MaxFieldSize = LongestCell,
            BufferSize = 1 << 16,
        };
        using var text = new StreamReader(path, new UTF8Encoding(), detectEncodingFromByteOrderMarks: true, 1 << 16);
        using var parser = new CsvParser(text, configuration);
        while (parser.Read())
        {
            string[] cells = parser.Record!;
            if (isBad)
            {
                isBad = false;
                faults.Add(parser.RawRow, null, "csv.quotes");
                continue;
            }

            for (int i = 0; i < cells.Length; i++)
            {
                cells[i] = CellText.Unescape(cells[i]);
            }

            yield return new SheetRow(parser.RawRow, cells);
        }
    }

    private static IEnumerable<SheetRow> ReadXlsx(string path)
    {
        int line = 0;
        int width = 0;
        foreach (IDictionary<string, object?> row in MiniExcel.Query(path, useHeaderRow: false).Cast<IDictionary<string, object?>>())
        {
            line++;
            string[] cells = [.. row.Values.Select(Text).Select(CellText.Unescape)];
            width = line == 1 ? WidthOf(cells) : width;
            if (cells.Length > width && cells.Skip(width).All(string.IsNullOrEmpty))
            {
                cells = cells[..width];
            }

            if (!cells.All(string.IsNullOrEmpty))
            {
                yield return new SheetRow(line, cells);
            }
        }
    }

    private static int WidthOf(string[] header) => Array.FindLastIndex(header, cell => cell.Length > 0) + 1;

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        DateTime day when day.TimeOfDay == TimeSpan.Zero => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        // Spreadsheets keep numbers as doubles: whole ones are exact up to 2^53 and must not come out as 1E+15.
        double number when Math.Floor(number) == number && Math.Abs(number) <= 9_007_199_254_740_992 => ((long)number).ToString(CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
