using System.Globalization;
using CsCheck;
using CsvHelper;
using Dashboard.Charts;
using Dashboard.Data;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Directives;
using Dashboard.Domain.Indicators;
using Dashboard.Exchange;
using Dashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;

namespace Dashboard.Tests.Exchange;

/// <summary>No text that anybody stored is a formula to whoever opens an export, and none is changed by going out and in again.</summary>
public sealed class FormulaTests : IAsyncDisposable
{
    private static readonly string[] Starts =
        ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://x\")", "\t=1", "\r=1", "'=1", "''=1", "\uFF1D1", "a;=1", "a;-1", "a\t@x", " =1", "\u00A0=1", "-", "="];

    private static readonly string[] Ends = ["x", ",x", "\"x\"", ";=x", "\t-x", "\r\n+x", "\n@x", "'x", " x", "ộ", "=", "1", ";'-x", ";; =x"];

    private static readonly Gen<string> Hostile = Gen.Select(
        Gen.Int[0, Starts.Length - 1], Gen.String[Gen.Char["=+-@;'\",\t\r\n aộ1"], 0, 6], (start, rest) => Starts[start] + rest + "x");

    private readonly TemporaryDatabase _temporary = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Every_stored_text_goes_out_as_text_and_comes_back_as_it_was(string kind)
    {
        await _temporary.InitializeAsync();
        string[] texts = [.. from start in Starts from end in Ends select start + end];
        await FillAsync(texts);
        var export = new FileExport(_temporary.Database);
        (Func<string, CancellationToken, Task<int>> Write, int Texts)[] files = [(export.CommitteesAsync, 2), (export.IndicatorsAsync, 4), (export.DirectivesAsync, 5)];
        foreach ((Func<string, CancellationToken, Task<int>> write, int columns) in files)
        {
            string path = Path.Combine(_temporary.Folder, $"out.{kind}");
            Assert.Equal(texts.Length, await write(path, Cancel));
            string[][] seen = [.. AsASpreadsheetReads(path).Skip(1)];
            Assert.Equal(texts.Length, seen.Length);
            Assert.DoesNotContain(seen.SelectMany(row => row), IsFormula);
            string[][] read = [.. SheetFile.Read(path, new FaultList()).Skip(1).Select(row => row.Cells.ToArray())];
            foreach (string text in texts)
            {
                Assert.Equal(columns, read.Sum(row => row.Count(cell => cell == text)) / texts.Count(t => t == text));
            }
        }
    }

    [Fact]
    public void Any_text_is_neutral_and_can_be_taken_back() => Hostile.Sample(
        text => CellText.Unescape(CellText.Escape(text)) == text && !IsFormula(CellText.Escape(text)) && !IsFormula(CsvText.Of([[text]]).TrimStart('\uFEFF').Trim('"')), iter: 10_000);

    [Fact]
    public void Any_text_that_is_in_no_way_a_formula_stays_as_it_is() => Gen.String[Gen.Char["abộ1 ,.\"/()"], 0, 12].Sample(
        text => CellText.Escape(text) == text && CellText.Unescape(text) == text, iter: 5_000);

    [Theory]
    [InlineData("-Infinity", "'-Infinity")]
    [InlineData("-1,000", "\"'-1,000\"")]
    [InlineData("-12.5", "-12.5")]
    [InlineData("+12", "+12")]
    [InlineData("1e5", "1e5")]
    [InlineData("-1e5", "'-1e5")]
    public void A_number_is_a_number_only_when_it_is_nothing_else(string text, string written) => Assert.Equal($"\uFEFF{written}\r\n", CsvText.Of([[text]]));

    [Fact]
    public void Numbers_of_a_spreadsheet_are_numbers()
    {
        string path = Path.Combine(_temporary.Folder, "numbers.xlsx");
        SheetWriter.Write(path, ["a", "b"], [["12", "=12"]]);
        var row = (IDictionary<string, object?>)MiniExcel.Query(path).Last();
        Assert.Equal([12d, "'=12"], row.Values);
    }

    public ValueTask DisposeAsync() => _temporary.DisposeAsync();

    private Task<WriteReceipt> FillAsync(string[] texts) => _temporary.Ledger.WriteAsync("test", (page, _) =>
    {
        page.Db.AddRange(texts.Select((text, i) => new Committee { Number = i, Code = $"C-{i}", Name = text, NameEn = text, Level = CommitteeLevel.Province }));
        page.Db.AddRange(texts.Select((text, i) => new Indicator { Number = i, Code = $"i.{i}", Topic = text, Name = text, NameEn = text, Unit = text }));
        page.Db.AddRange(texts.Select((text, i) => new Directive { Number = $"{i}-CT", Kind = text, Subject = text, SubjectEn = text, Issuer = i, Implements = text, Source = text }));
        return Task.CompletedTask;
    });

    private static List<string[]> AsASpreadsheetReads(string path)
    {
        if (path.EndsWith(".xlsx", StringComparison.Ordinal))
        {
            return [.. MiniExcel.Query(path).Cast<IDictionary<string, object?>>().Select(row => row.Values.OfType<string>().ToArray())];
        }

        using var text = new StreamReader(path);
        using var csv = new CsvParser(text, CultureInfo.InvariantCulture);
        var rows = new List<string[]>();
        while (csv.Read())
        {
            rows.Add(csv.Record!);
        }

        return rows;
    }

    /// <summary>Whether it would be one, also where semicolons, tabs or line ends part the cells.</summary>
    private static bool IsFormula(string cell) =>
        cell.Length > 0 && (cell[0] is '\t' or '\r' || cell.Split(';', '\t', '\r', '\n').Any(part => part.TrimStart() is ['=' or '+' or '-' or '@' or '\uFF1D', ..]));
}
