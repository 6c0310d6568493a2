using System.Text;
using CsCheck;
using Dashboard.Data;
using Dashboard.Exchange;
using Dashboard.Tests.Testing;
using MiniExcelLibs;

namespace Dashboard.Tests.Exchange;

public sealed class PersonalColumnsTests(TemporaryDatabase temporary) : IClassFixture<TemporaryDatabase>
{
    private static readonly string[] Names =
    [
        "họ tên", "họ và tên", "tên người", "name of person", "full name", "first name", "last name", "surname", "cccd", "cmnd", "số cmnd", "căn cước", "số định danh", "hộ chiếu",
        "ngày sinh", "năm sinh", "nơi sinh", "date of birth", "birth date", "dob", "điện thoại", "số điện thoại", "sđt", "phone", "mobile", "tel", "email", "e-mail", "thư điện tử",
        "địa chỉ", "address", "quê quán", "nơi ở hiện nay", "giới tính", "gender", "sex", "dân tộc", "tôn giáo", "người gửi", "người tố cáo", "người khiếu nại", "complainant", "passport",
        "national id", "citizen id", "id number", "số thẻ đảng",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void A_name_is_known_with_and_without_diacritics_in_any_case_and_with_any_signs() =>
        Gen.Select(Gen.OneOf<string>(Names), Gen.OneOf<string>("", "_", "-", " ", "  ", ".", " / "), Gen.Bool, Gen.Int[0, 2], Gen.Bool, Gen.OneOf<string>("", "STT ", "1. ", " *", " (bắt buộc)")).Sample(
            (name, sign, isPlain, letters, isApart, around) =>
            {
                string spelled = sign.Length == 0 ? Joined(name) : string.Join(sign, name.Split(' ', '-'));
                spelled = isPlain ? Plain(spelled) : isApart ? spelled.Normalize(NormalizationForm.FormD) : spelled;
                spelled = letters == 0 ? spelled : letters == 1 ? spelled.ToUpperInvariant() : char.ToUpperInvariant(spelled[0]) + spelled[1..];
                return PersonalColumns.Seems(around.StartsWith(' ') ? spelled + around : around + spelled);
            },
            iter: 5_000);

    [Fact]
    public void No_column_of_ours_seems_to_hold_a_person() => Assert.All(
        FileImport.FigureColumns.Concat(FileImport.MoreFigureColumns).Concat(FileImport.CommitteeColumns).Concat(FileImport.MoreCommitteeColumns)
            .Concat(FileImport.IndicatorColumns).Concat(FileImport.MoreIndicatorColumns).Concat(FileImport.DirectiveColumns).Concat(FileImport.MoreDirectiveColumns),
        column => Assert.False(PersonalColumns.Seems(column), column));

    [Theory]
    [InlineData(".csv", ',')]
    [InlineData(".csv", ';')]
    [InlineData(".xlsx", ',')]
    public async Task A_file_about_people_is_refused_as_a_whole_and_for_that_alone(string extension, char divider)
    {
        await temporary.SeedAsync([], []);
        string before = temporary.Dump();
        string path = Path.Combine(temporary.Folder, "people" + extension);
        string[] header = ["STT", "Họ và tên", "Ngày sinh", "committee"];
        string[] row = ["1", "x", "1970-01-01", "A"];
        if (extension == ".csv")
        {
            await File.WriteAllTextAsync(path, $"{string.Join(divider, header)}\n{string.Join(divider, row)}\n", Cancel);
        }
        else
        {
            await MiniExcel.SaveAsAsync(path, new[] { header.Zip(row).ToDictionary(cell => cell.First, cell => (object)cell.Second) }, overwriteFile: true, cancellationToken: Cancel);
        }

        var import = new FileImport(temporary.Database, temporary.Ledger);
        foreach (Func<string, ImportOptions, CancellationToken, Task<ImportReport>> take in new Func<string, ImportOptions, CancellationToken, Task<ImportReport>>[]
            { import.FiguresAsync, import.CommitteesAsync, import.IndicatorsAsync, import.DirectivesAsync })
        {
            ImportReport report = await take(path, new ImportOptions("officer"), Cancel);
            Assert.Equal([("Họ và tên", "column.personal"), ("Ngày sinh", "column.personal")], report.Faults.Kept.Select(fault => (fault.Column, fault.Code)));
        }

        Assert.Equal(before, temporary.Dump());
        Assert.Contains("cả tệp bị từ chối", FaultTexts.Sentence("column.personal", [], System.Globalization.CultureInfo.GetCultureInfo("vi-VN")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("note")]
    [InlineData("source")]
    public async Task Columns_that_nothing_keeps_are_looked_through_as_well(string column)
    {
        await using var database = new TemporaryDatabase();
        await database.InitializeAsync();
        await database.SeedAsync(["A"], ["one"]);
        string path = Path.Combine(database.Folder, "figures.csv");
        await File.WriteAllTextAsync(path, $"committee,indicator,period,value,{column}\nA,one,2026,5,hỏi 0912 345 678\n", Cancel);
        ImportReport report = await new FileImport(database.Database, database.Ledger).FiguresAsync(path, new ImportOptions("officer"), Cancel);
        Assert.Equal((2, column, "text.personal"), Assert.Single(report.Faults.Kept.Select(fault => (fault.Line, fault.Column, fault.Code))));
    }

    [Fact]
    public async Task A_document_is_looked_through_once_a_cell()
    {
        await using var database = new TemporaryDatabase();
        await database.InitializeAsync();
        await database.SeedAsync(["A"], ["one"]);
        string path = Path.Combine(database.Folder, "directives.csv");
        await File.WriteAllTextAsync(path, "number,kind,subject,issuer,source,note\n1-CT,Chỉ thị,gọi 0912345678,A,a@b.vn,079203001234\n", Cancel);
        ImportReport report = await new FileImport(database.Database, database.Ledger).DirectivesAsync(path, new ImportOptions("officer"), Cancel);
        Assert.Equal(["note", "source", "subject"], report.Faults.Kept.Select(fault => fault.Column).Order());
    }

    /// <summary>Words drawn together are told apart by a capital letter, as programs write them.</summary>
    private static string Joined(string name) => string.Concat(name.Split(' ', '-').Select((word, at) => at == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));

    private static string Plain(string name) => string.Concat(name.Replace('đ', 'd').Replace('Đ', 'D').Normalize(NormalizationForm.FormD)
        .Where(letter => System.Globalization.CharUnicodeInfo.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.NonSpacingMark));
}
