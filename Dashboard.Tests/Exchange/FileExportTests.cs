using CsCheck;
using Dashboard.Data;
using Dashboard.Exchange;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Exchange;

public sealed class FileExportTests(TemporaryDatabase temporary) : IClassFixture<TemporaryDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task What_is_written_reads_back_the_same_and_is_written_again_to_the_same_bytes(string kind)
    {
        await using var other = new TemporaryDatabase();
        await other.InitializeAsync();
        await FillAsync(other);
        await using var copy = new TemporaryDatabase();
        await copy.InitializeAsync();
        await WriteAllAsync(other, kind);
        await ReadAllAsync(copy, other.Folder, kind);
        await WriteAllAsync(copy, kind);

        foreach (string name in new[] { "committees", "indicators", "figures", "directives" })
        {
            string file = $"{name}.{kind}";
            byte[] first = await File.ReadAllBytesAsync(Path.Combine(other.Folder, file), Cancel);
            byte[] second = await File.ReadAllBytesAsync(Path.Combine(copy.Folder, file), Cancel);
            Assert.True(first.AsSpan().SequenceEqual(second), file);
        }
    }

    [Fact]
    public async Task Figures_are_filtered_by_subtree_indicator_and_period()
    {
        await FillAsync(temporary);
        string path = Path.Combine(temporary.Folder, "filtered.csv");
        var filter = new FigureFilter { Committee = "TW", WithSubordinates = true, Indicators = ["vetting.one"], Within = Dashboard.Domain.Periods.Period.Year(2026) };
        Assert.Equal(2, await new FileExport(temporary.Database).FiguresAsync(path, filter, Cancel));
        Assert.Equal(
            "committee,indicator,period,value,out_of,precision\r\nTU-A,vetting.one,2026,12,20,about\r\nTU-A,vetting.one,2026-Q1,3,,exact\r\n",
            await File.ReadAllTextAsync(path, Cancel));
    }

    [Fact]
    public void Text_that_looks_like_a_formula_is_escaped_and_comes_back() =>
        Gen.String[Gen.Char["=+-@'\t\rab1 "], 0, 6].Sample(
            text => CellText.Unescape(CellText.Escape(text)) == text && (text.Length == 0 || !"=+-@\t\r".Contains(CellText.Escape(text)[0], StringComparison.Ordinal)), iter: 5_000);

    [Fact]
    public void Any_text_survives_a_csv_file_and_a_spreadsheet()
    {
        Gen<string> text = Gen.String[Gen.Char["=-@',\"\n;aộ 0"], 1, 8].Where(t => t.Trim() == t && t.Trim('"').Length > 0);
        foreach (string extension in new[] { "csv", "xlsx" })
        {
            string path = Path.Combine(temporary.Folder, "any." + extension);
            text.Array[3].Array[1, 4].Sample(
                rows =>
                {
                    SheetWriter.Write(path, ["a", "b", "c"], rows);
                    var faults = new FaultList();
                    Assert.Equal(rows, SheetFile.Read(path, faults).Skip(1).Select(r => r.Cells.ToArray()));
                    Assert.Equal(0, faults.Count);
                },
                iter: extension == "csv" ? 300 : 30,
                threads: 1);
        }
    }

    private static async Task FillAsync(TemporaryDatabase database)
    {
        var import = new FileImport(database.Database, database.Ledger);
        await GoodAsync(import.CommitteesAsync, database, "c.csv", "code,name,name_en,level,parent,opened_on,closed_on,successor,note\nTW,Trung ương,,central,,,,,\nTU-A,\"Tỉnh ủy \"\"A\"\"\",-A,province,TW,2001-01-01,2025-06-30,TU-B,x\nTU-B,=B,,province,TW,,,,\n");
        await GoodAsync(import.IndicatorsAsync, database, "i.csv", "code,topic,name,name_en,unit,over_time,direction\nvetting.one,vetting,Một,One,files,sum,up\nlapses.open,lapses,Tồn tại,Open,lapses,last,down\n");
        await GoodAsync(import.FiguresAsync, database, "f.csv", "committee,indicator,period,value,out_of,precision\nTU-A,vetting.one,2026-Q1,3,,\nTU-A,vetting.one,2026,12,20,about\nTU-A,lapses.open,2026,0,,\nTU-B,vetting.one,2016-01-01..2016-05-31,9223372036854775807,,more_than\n");
        await GoodAsync(import.DirectivesAsync, database, "d.csv", "number,kind,subject,subject_en,issuer,issued_on,implements,source\n39-CT/TW,Chỉ thị,\"Bảo vệ, nội bộ\",,TW,2014-08-18,,000\n126-KH/TU,Kế hoạch,+Thực hiện,,TU-A,,39-CT/TW,\n");
    }

    private static async Task GoodAsync(Func<string, ImportOptions, CancellationToken, Task<ImportReport>> import, TemporaryDatabase database, string name, string text)
    {
        string path = Path.Combine(database.Folder, name);
        await File.WriteAllTextAsync(path, text, Cancel);
        await GoodAsync(import, path);
    }

    private static async Task GoodAsync(Func<string, ImportOptions, CancellationToken, Task<ImportReport>> import, string path)
    {
        ImportReport report = await import(path, new ImportOptions("tester"), Cancel);
        Assert.Empty(report.Faults.Kept.Select(f => FaultTexts.Write(f, System.Globalization.CultureInfo.GetCultureInfo("en"))));
    }

    private static async Task WriteAllAsync(TemporaryDatabase from, string kind)
    {
        var export = new FileExport(from.Database);
        await export.CommitteesAsync(Path.Combine(from.Folder, "committees." + kind), Cancel);
        await export.IndicatorsAsync(Path.Combine(from.Folder, "indicators." + kind), Cancel);
        await export.FiguresAsync(Path.Combine(from.Folder, "figures." + kind), new FigureFilter(), Cancel);
        await export.DirectivesAsync(Path.Combine(from.Folder, "directives." + kind), Cancel);
    }

    private static async Task ReadAllAsync(TemporaryDatabase into, string folder, string kind)
    {
        var import = new FileImport(into.Database, into.Ledger);
        await GoodAsync(import.CommitteesAsync, Path.Combine(folder, "committees." + kind));
        await GoodAsync(import.IndicatorsAsync, Path.Combine(folder, "indicators." + kind));
        await GoodAsync(import.FiguresAsync, Path.Combine(folder, "figures." + kind));
        await GoodAsync(import.DirectivesAsync, Path.Combine(folder, "directives." + kind));
    }
}
