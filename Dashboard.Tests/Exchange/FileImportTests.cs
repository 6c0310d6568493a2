using System.Text;
using Dashboard.Data;
using Dashboard.Domain.Figures;
using Dashboard.Exchange;
using Dashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Tests.Exchange;

public sealed class FileImportTests : IAsyncLifetime
{
    private const string Header = "committee,indicator,period,value,out_of,precision\n";

    private readonly TemporaryDatabase _temporary = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _temporary.InitializeAsync();
        await _temporary.SeedAsync(["A", "B"], ["one", "two", "old"]);
        await new Catalogue(_temporary.Ledger).RetireAsync("test", "old", new(2020, 1, 1), cancellationToken: Cancel);
        await new FigureLedger(_temporary.Ledger).StateAsync(
            "test", new Figure { Committee = 1, Indicator = 0, Period = Dashboard.Domain.Periods.Period.Quarter(2026, 1), Value = 5 }, cancellationToken: Cancel);
    }

    public ValueTask DisposeAsync() => _temporary.DisposeAsync();

    [Theory]
    [InlineData("A,one,2026,-5,,", 2, "value", "value.negative")]
    [InlineData("A,one,2026,1.5,,", 2, "value", "value.fraction")]
    [InlineData("A,one,2026,\"1,5\",,", 2, "value", "value.fraction")]
    [InlineData("A,one,2026,1.381,,", 2, "value", "value.fraction")]
    [InlineData("A,one,2026,1e3,,", 2, "value", "value.fraction")]
    [InlineData("A,one,2026,9223372036854775808,,", 2, "value", "value.huge")]
    [InlineData("A,one,2026,nhiều,,", 2, "value", "value.number")]
    [InlineData("A,one,2026,,,", 2, "value", "value.missing")]
    [InlineData("A,one,2026,5,-1,", 2, "out_of", "value.negative")]
    [InlineData("A,one,2026,5,4,", 2, "value", "figure.outOf")]
    [InlineData("A,one,2026,5,,roughly", 2, "precision", "word.unknown")]
    [InlineData("C,one,2026,5,,", 2, "committee", "committee.unknown")]
    [InlineData(",one,2026,5,,", 2, "committee", "text.missing")]
    [InlineData("A,three,2026,5,,", 2, "indicator", "indicator.unknown")]
    [InlineData("A,old,2026,5,,", 2, "indicator", "indicator.retired")]
    [InlineData("A,one,2026-Q5,5,,", 2, "period", "period.invalid")]
    [InlineData("A,one,2026-02-30..2026-03-01,5,,", 2, "period", "period.invalid")]
    [InlineData("A,one,2026,5,,\nA,one,2026,5,,", 3, null, "figure.duplicate")]
    [InlineData("A,one,2026,5,,\nA,two,2026,5,,\nA,one,2025-07-01..2026-03-31,5,,", 2, null, "figure.overlapInFile")]
    [InlineData("B,one,2026-02-01..2026-04-30,5,,", 2, null, "figure.overlap")]
    [InlineData("A,one,2026,5", 2, null, "row.cells")]
    [InlineData("A,one,2026,5,,,,", 2, null, "row.cells")]
    [InlineData("A,one,2026,5,,\nA,\"o\"ne,2026-Q1,5,,", 3, null, "csv.quotes")]
    public async Task A_wrong_row_is_named_by_line_and_column_and_changes_nothing(string rows, int line, string? column, string code)
    {
        Fault fault = Assert.Single((await RefusedAsync(Bytes(Header + rows + "\n"))).Kept);
        Assert.Equal((line, column, code), (fault.Line, fault.Column, fault.Code));
    }

    [Theory]
    [InlineData("committee,indicator,period\nA,one,2026\n", "value", "column.missing")]
    [InlineData("committee,indicator,value\nA,one,5\n", "period", "column.missing")]
    [InlineData("committee,indicator,period_start,value\nA,one,2026-01-01,5\n", "period_end", "column.missing")]
    [InlineData("committee,indicator,period,value,color\nA,one,2026,5,red\n", "color", "column.unknown")]
    [InlineData("committee,indicator,period,value,Value\nA,one,2026,5,5\n", "Value", "column.unknown")]
    [InlineData("committee,indicator,period,value,value\nA,one,2026,5,5\n", "value", "column.duplicate")]
    [InlineData("committee,indicator,period,value,Họ tên\nA,one,2026,5,x\n", "Họ tên", "column.personal")]
    [InlineData("committee,indicator,period,value,Số CCCD\nA,one,2026,5,x\n", "Số CCCD", "column.personal")]
    [InlineData("committee,indicator,period,value,E-mail\nA,one,2026,5,x\n", "E-mail", "column.personal")]
    [InlineData("committee;indicator;period;value\nA;one;2026;5\n", null, "file.delimiter")]
    public async Task A_wrong_header_is_named_by_column_and_changes_nothing(string text, string? column, string code)
    {
        Fault fault = Assert.Single((await RefusedAsync(Bytes(text))).Kept);
        Assert.Equal((1, column, code), (fault.Line, fault.Column, fault.Code));
    }

    public static TheoryData<string, byte[], int, string> NoTables() => new()
    {
        { "f.csv", [], 0, "file.empty" },
        { "f.csv", [0xEF, 0xBB, 0xBF, (byte)'\n'], 0, "file.empty" },
        { "f.csv", Bytes(Header), 0, "file.noRows" },
        { "f.csv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Header)], 0, "file.utf16" },
        { "f.csv", [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(Header)], 0, "file.utf16" },
        { "f.csv", [.. Bytes(Header + "A,one,2026,5,,\n"), .. Encoding.Latin1.GetBytes("Đảng ủy é,one,2026,5,,\n")], 3, "file.encoding" },
        { "f.csv", [.. Bytes(Header), 0, 1, 2, 0], 2, "file.binary" },
        { "f.csv", [(byte)'P', (byte)'K', 3, 4, 0, 0], 0, "file.zip" },
        { "f.xlsx", [(byte)'P', (byte)'K', 3, 4, 0, 0, 9, 9, 9, 9], 0, "file.damaged" },
        { "f.xlsx", Bytes(Header), 0, "file.damaged" },
        { "f.csv", Bytes(Header + "A,one,2026," + new string('5', SheetFile.LongestCell + 1) + ",,\n"), 0, "file.cellTooLong" },
    };

    [Theory]
    [MemberData(nameof(NoTables), DisableDiscoveryEnumeration = true)]
    public async Task What_is_no_table_is_refused_with_its_reason(string name, byte[] bytes, int line, string code)
    {
        Fault fault = Assert.Single((await RefusedAsync(bytes, name)).Kept);
        Assert.Equal((line, code), (fault.Line, fault.Code));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_a_fault() =>
        Assert.Equal("file.missing", Assert.Single((await Import.FiguresAsync(Path.Combine(_temporary.Folder, "none.csv"), Options, Cancel)).Faults.Kept).Code);

    [Fact]
    public async Task Of_100000_faults_the_first_hundred_are_kept_by_line_and_the_rest_counted()
    {
        FaultList faults = await RefusedAsync(Bytes(Header + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"X{i},one,2026,5,,\n"))));
        Assert.Equal((100_000, 100, 99_900), (faults.Count, faults.Kept.Count, faults.NotKept));
        Assert.Equal(Enumerable.Range(2, 100), faults.Kept.Select(f => f.Line));
    }

    [Fact]
    public async Task A_good_file_is_taken_in_whole_and_again_changes_nothing()
    {
        byte[] file = [0xEF, 0xBB, 0xBF, .. Bytes("committee,indicator,period_start,period_end,value,out_of,precision,source\r\nA,one,2016-01-01,2016-09-30,1700,,more_than,002\r\nA,two,2026-01-01,2026-12-31,0,,,\r\n")];
        ImportReport report = await ImportAsync(file);
        Assert.Equal((2, 2, 0, 0), (report.Rows, report.Added, report.Changed, report.Faults.Count));
        await using (DashboardDb db = _temporary.Database.CreateDbContext())
        {
            FigureRow row = await db.Figures.SingleAsync(f => f.Committee == 0 && f.Indicator == 0, Cancel);
            Assert.Equal((1700L, null, Precision.MoreThan, Standing.Final, "2016-9M"), (row.Value, row.OutOf, row.Precision, row.Standing, row.ToFigure().Period.ToString()));
        }

        string before = _temporary.Dump();
        Assert.Equal((0, 0, 2), (await ImportAsync(file)) switch { var again => (again.Added, again.Changed, again.Unchanged) });
        Assert.Equal(before, _temporary.Dump());
    }

    [Fact]
    public async Task A_final_figure_that_a_file_changes_becomes_a_revised_one()
    {
        ImportReport report = await ImportAsync(Bytes(Header + "B,one,2026-Q1,7,,\n"));
        Assert.Equal((0, 1), (report.Added, report.Changed));
        await using DashboardDb db = _temporary.Database.CreateDbContext();
        Assert.Equal((7L, Standing.Revised), await db.Figures.Select(f => new ValueTuple<long, Standing>(f.Value, f.Standing)).SingleAsync(Cancel));
    }

    [Fact]
    public async Task A_dry_run_says_what_would_happen_and_changes_nothing()
    {
        string before = _temporary.Dump();
        string path = await FileAsync(Bytes(Header + "B,one,2026-Q1,7,,\nB,one,2026-Q2,8,,\n"), "f.csv");
        ImportReport report = await Import.FiguresAsync(path, Options with { IsDryRun = true }, Cancel);
        Assert.Equal((2, 1, 1, true), (report.Rows, report.Added, report.Changed, report.IsGood));
        Assert.Equal(before, _temporary.Dump());
    }

    [Theory]
    [InlineData("code,name,level,parent\nA.1,Chi bộ,cell,X\n", 2, "parent", "structure.unknown")]
    [InlineData("code,name,level,parent\nC,c,cell,D\nD,d,cell,C\n", 2, "parent", "structure.cycle")]
    [InlineData("code,name,level,parent\nA,khác,province,\n", 2, "code", "committee.known")]
    [InlineData("code,name,level,parent\nC,c,tỉnh,\n", 2, "level", "word.unknown")]
    [InlineData("code,name,level,parent,opened_on\nC,c,cell,A,31/12/2020\n", 2, "opened_on", "day.invalid")]
    [InlineData("code,name,level,parent\nC d,c,cell,A\n", 2, "code", "structure.codeInvalid")]
    [InlineData("code,name,level,parent,closed_on,successor\nC,c,cell,A,2025-06-30,E\n", 2, null, null)]
    public async Task A_wrong_committee_is_named_by_line_and_column(string text, int line, string? column, string? code)
    {
        string before = _temporary.Dump();
        ImportReport report = await Import.CommitteesAsync(await FileAsync(Bytes(text), "c.csv"), Options, Cancel);
        Fault fault = report.Faults.Kept[0];
        Assert.Equal(line, fault.Line);
        Assert.Equal((column ?? fault.Column, code ?? fault.Code), (fault.Column, fault.Code));
        Assert.Equal(before, _temporary.Dump());
    }

    [Fact]
    public async Task Mutated_files_never_crash_and_never_come_in_by_halves()
    {
        byte[] good = Bytes(Header + string.Concat(Enumerable.Range(0, 40).Select(i => $"A,one,{1980 + i},{i * 7},,exact\n")));
        string xlsx = Path.Combine(_temporary.Folder, "good.xlsx");
        SheetWriter.Write(xlsx, Header.Trim().Split(','), Enumerable.Range(0, 40).Select(i => (string[])["A", "two", $"{1980 + i}", $"{i}", "", "about"]));
        byte[] goodSheet = await File.ReadAllBytesAsync(xlsx, Cancel);
        var random = new Random(20261123);
        string before = _temporary.Dump();
        for (int round = 0; round < 300; round++)
        {
            bool isSheet = round % 3 == 0;
            byte[] bytes = Mutation.Of(isSheet ? goodSheet : good, random);
            ImportReport report = await ImportAsync(bytes, isSheet ? "m.xlsx" : "m.csv", isDryRun: round % 2 == 0);
            if (!report.IsGood || round % 2 == 0)
            {
                Assert.Equal(before, _temporary.Dump());
            }
            else
            {
                Assert.InRange(report.Added + report.Changed, 0, report.Rows);
                before = _temporary.Dump();
            }
        }
    }

    private FileImport Import => new(_temporary.Database, _temporary.Ledger);

    private static ImportOptions Options => new("tester");

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private async Task<FaultList> RefusedAsync(byte[] bytes, string name = "f.csv")
    {
        string before = _temporary.Dump();
        ImportReport report = await ImportAsync(bytes, name);
        Assert.False(report.IsGood);
        Assert.Equal(before, _temporary.Dump());
        return report.Faults;
    }

    private async Task<ImportReport> ImportAsync(byte[] bytes, string name = "f.csv", bool isDryRun = false) =>
        await Import.FiguresAsync(await FileAsync(bytes, name), Options with { IsDryRun = isDryRun }, Cancel);

    private async Task<string> FileAsync(byte[] bytes, string name)
    {
        string path = Path.Combine(_temporary.Folder, name);
        await File.WriteAllBytesAsync(path, bytes, Cancel);
        return path;
    }
}
