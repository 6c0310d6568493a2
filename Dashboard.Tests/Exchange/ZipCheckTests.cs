using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Dashboard.Exchange;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Exchange;

/// <summary>A spreadsheet that is made to fill memory or disk, or to be written elsewhere, is refused before it is unpacked.</summary>
public sealed class ZipCheckTests(TemporaryDatabase temporary) : IClassFixture<TemporaryDatabase>
{
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private const string Header = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>committee</t></is></c></row>";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("../evil.xml", "file.zipPath")]
    [InlineData("/etc/evil.xml", "file.zipPath")]
    [InlineData("xl/../../evil.xml", "file.zipPath")]
    [InlineData("xl\\evil.xml", "file.zipPath")]
    [InlineData("C:/evil.xml", "file.zipPath")]
    [InlineData("XL/worksheets/sheet1.xml", "file.zipPath")]
    [InlineData("xl/fine.xml", null)]
    public async Task No_part_goes_elsewhere_or_hides_another(string name, string? code) =>
        await RefusedAsync(code, zip => Part(zip, name, "<x/>"));

    [Fact]
    public async Task What_packs_a_thousand_to_one_is_refused() =>
        await RefusedAsync("file.zipRatio", zip => Zeros(zip, "xl/big.xml", 30 * 1024 * 1024));

    [Fact]
    public async Task What_packs_well_but_is_small_is_taken() =>
        await RefusedAsync(null, zip => Zeros(zip, "xl/small.bin", 9 * 1024 * 1024));

    [Fact]
    public async Task So_many_parts_are_no_spreadsheet() => await RefusedAsync("file.zipParts", Many);

    [Fact]
    public async Task Nor_when_the_end_of_the_file_says_that_there_are_fewer() => await RefusedAsync("file.zipParts", Many, bytes =>
    {
        int end = bytes.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(end + 8), 6);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(end + 10), 6);
    });

    [Theory]
    [InlineData(201u * 1024 * 1024)]
    [InlineData(uint.MaxValue)]
    public async Task What_says_that_it_is_larger_than_is_taken_is_believed(uint size) =>
        await RefusedAsync("file.zipSize", _ => { }, bytes => BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 24), size));

    [Theory]
    [InlineData("<dimension ref=\"A1:XFD1048576\"/><sheetData>" + Header + "</sheetData>", "file.tooWide")]
    [InlineData("<dimension ref=\"A1:ZZZZZZ9\"/><sheetData>" + Header + "</sheetData>", "file.tooWide")]
    [InlineData("<dimension ref=\"A1:CV2\"/><sheetData>" + Header + "</sheetData>", null)]
    [InlineData("<sheetData>" + Header + "<row r=\"2\"><c r=\"XFD2\"><v>1</v></c></row></sheetData>", "file.tooWide")]
    [InlineData("<sheetData>" + Header + "<row r=\"2147483647\"><c r=\"A2147483647\"><v>1</v></c></row></sheetData>", "file.tooLong")]
    [InlineData("<sheetData>" + Header + "<row r=\"9999999999999\"/></sheetData>", "file.tooLong")]
    [InlineData("<sheetData>" + Header + "<row r=\"1000\"/><row r=\"2\"/><row r=\"1000\"/></sheetData>", "file.tooLong")]
    public async Task A_sheet_that_says_it_is_huge_costs_nothing(string sheet, string? code) =>
        await RefusedAsync(code, _ => { }, sheet: sheet);

    [Fact]
    public async Task A_sheet_of_another_name_is_looked_at_as_well() =>
        await RefusedAsync("file.tooWide", zip => Part(zip, "elsewhere/x.xml", $"<worksheet {Main}><dimension ref=\"A1:XFD1\"/></worksheet>"));

    [Fact]
    public async Task What_a_document_type_would_multiply_is_refused() =>
        await RefusedAsync("file.damaged", zip => Part(zip, "xl/x.xml", "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><worksheet>&b;</worksheet>"));

    [Fact]
    public async Task Our_own_spreadsheets_are_taken()
    {
        string path = Path.Combine(temporary.Folder, "own.xlsx");
        SheetWriter.Write(path, ["a", "b"], Enumerable.Range(0, 20_000).Select(i => (string[])["=" + i, "same"]));
        var faults = new FaultList();
        Assert.Equal(20_001, SheetFile.Read(path, faults).Count());
        Assert.Equal(0, faults.Count);
        await Task.CompletedTask;
    }

    /// <summary>By the import that the verb and the page share: the fault it names, in both languages, quickly and in little memory.</summary>
    private async Task RefusedAsync(string? code, Action<ZipArchive> with, Action<byte[]>? then = null, string sheet = "<sheetData>" + Header + "</sheetData>")
    {
        string path = Path.Combine(temporary.Folder, Guid.NewGuid() + ".xlsx");
        var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
            Part(zip, "xl/workbook.xml", $"<workbook {Main} xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            Part(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            with(zip);
            Part(zip, "xl/worksheets/sheet1.xml", $"<worksheet {Main}>{sheet}</worksheet>");
        }

        byte[] bytes = memory.ToArray();
        then?.Invoke(bytes);
        await File.WriteAllBytesAsync(path, bytes, Cancel);
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        long begun = Stopwatch.GetTimestamp();
        var faults = new FaultList();
        _ = SheetFile.Read(path, faults).Count();
        Assert.True(Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(5));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - allocated < 30 * 1024 * 1024);

        ImportReport report = await new FileImport(temporary.Database, temporary.Ledger).FiguresAsync(path, new ImportOptions("tester"), Cancel);
        if (code is null)
        {
            Assert.DoesNotContain(report.Faults.Kept, f => f.Code.StartsWith("file.", StringComparison.Ordinal));
            return;
        }

        Fault fault = Assert.Single(report.Faults.Kept);
        Assert.Equal(code, fault.Code);
        foreach (string language in (string[])["vi", "en"])
        {
            Assert.DoesNotContain(code, FaultTexts.Sentence(fault.Code, fault.Arguments, System.Globalization.CultureInfo.GetCultureInfo(language)), StringComparison.Ordinal);
        }
    }

    private static void Many(ZipArchive zip)
    {
        for (int i = 0; i < ZipCheck.MostParts; i++)
        {
            zip.CreateEntry($"xl/{i}.bin", CompressionLevel.NoCompression);
        }
    }

    private static void Zeros(ZipArchive zip, string name, int length)
    {
        using Stream part = zip.CreateEntry(name).Open();
        byte[] zeros = new byte[1 << 16];
        for (int left = length; left > 0; left -= zeros.Length)
        {
            part.Write(zeros);
        }
    }

    private static void Part(ZipArchive zip, string name, string text)
    {
        using Stream part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(text));
    }
}
