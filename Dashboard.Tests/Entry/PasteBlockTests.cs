using System.Diagnostics;
using System.Text;
using Dashboard.Entry;
using Dashboard.Tests.Layout;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Entry;

public sealed class PasteBlockTests : IDisposable
{
    private static readonly PasteTarget[] Targets =
    [
        new("vetting.congress.own", "1.1", "Thẩm định nhân sự đại hội cùng cấp", "12"),
        new("vetting.admission", "1.2", "Thẩm định hồ sơ kết nạp đảng viên", "chưa nhập"),
        new("conclusion.issued", "2", "Kết luận đã ban hành", "0"),
        new("training.participants", "3", "Lượt người được tập huấn", "4"),
    ];

    private readonly InLanguage _language = new("vi-VN");

    public void Dispose() => _language.Dispose();

    [Fact]
    public void A_column_goes_row_by_row_from_the_line_it_was_pasted_into() => Assert.Equal(
        [("vetting.admission", 7L), ("training.participants", 1200L)],
        Read("7\r\n\r\n1.200\r\n", "vetting.admission").Figures.Select(f => (f.Indicator, f.Figure.Value!.Value)));

    [Theory]
    [InlineData("tham dinh ho so ket nap dang vien\t8\nKết luận đã ban hành\t5")]
    [InlineData("vetting.admission\t8\nconclusion.issued\t5")]
    [InlineData("1.2\t8\n2\t5")]
    [InlineData("1.2\tThẩm định hồ sơ kết nạp đảng viên\t8\n2\tKết luận đã ban hành\t5")]
    [InlineData("A. Thẩm định\nThẩm định hồ sơ kết nạp đảng viên\t8\n\nKết luận đã ban hành\t5")]
    public void A_first_column_of_codes_numbers_or_names_says_which_lines(string text)
    {
        PasteBlock block = Read(text, "training.participants");
        Assert.True(block.IsByName);
        Assert.Equal([("vetting.admission", 8L), ("conclusion.issued", 5L)], block.Figures.Select(f => (f.Indicator, f.Figure.Value!.Value)));
    }

    [Theory]
    [InlineData("1\nhai\n3", 2, 1)]
    [InlineData("1\n2\n3\n4\n5", 5, 1)]
    [InlineData("10\t20", 1, 2)]
    [InlineData("vetting.admission\t8\nKhông có dòng này\t5", 2, 1)]
    [InlineData("vetting.admission\t8\nvetting.admission\t9", 2, 2)]
    [InlineData("vetting.admission\t8\t9", 1, 3)]
    [InlineData("\t1,5", 1, 2)]
    public void One_refusal_refuses_the_whole_block_and_names_row_and_column(string text, int row, int column)
    {
        PasteBlock block = Read(text, null);
        PasteCell refused = Assert.Single(block.Refused);
        Assert.Equal((row, column), (refused.Row, refused.Column));
        Assert.NotEmpty(refused.Refusal!);
        Assert.Empty(block.Figures);
    }

    [Fact]
    public void A_cell_in_quotes_may_hold_tabs_and_line_ends() => Assert.Equal(
        8L, Assert.Single(Read("\"Thẩm định hồ sơ\nkết nạp đảng viên\"\t8", null).Figures).Figure.Value);

    [Fact]
    public void Nothing_sets_nothing()
    {
        Assert.All(["", "\n\n", "\t\t\n"], text => Assert.Empty(Read(text, null).Cells));
        Assert.Single(Read(new string('1', PasteTable.Longest + 1), null).Refused);
    }

    // R4: whatever is on the clipboard, it is read in time, and taken whole or not at all.
    [Fact]
    public void Ten_thousand_damaged_blocks_neither_break_nor_hang_nor_are_taken_in_part()
    {
        byte[][] good =
        [
            .. new[]
            {
                "7\r\n12\r\n1.200\r\n0\r\n", "vetting.admission\t8\nconclusion.issued\t5\n", "1.1\tThẩm định nhân sự đại hội cùng cấp\t62\n1.2\tThẩm định hồ sơ kết nạp đảng viên\t244\n",
                "\"Kết luận\nđã ban hành\"\thơn 1.700\n\"3\"\t\"khoảng 20\"\n", "1.034/1.036\n\nk\n",
            }.Select(Encoding.UTF8.GetBytes),
        ];
        var random = new Random(20261123);
        int whole = 0, refused = 0;
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < 10_000; i++)
        {
            string text = Encoding.UTF8.GetString(Mutation.Of(good[i % good.Length], random));
            string? from = i % 3 == 0 ? null : Targets[i % Targets.Length].Code;
            PasteBlock block = Read(text, from);
            Assert.Equal(block.IsWhole ? block.Cells.Count : 0, block.Figures.Count);
            Assert.Equal(block.Figures.Count, block.Figures.Select(f => f.Indicator).Distinct().Count());
            Assert.All(block.Refused, c => Assert.True(c is { Row: >= 1, Column: >= 1, Refusal.Length: > 0 }));
            whole += block.IsWhole ? 1 : 0;
            refused += block.Refused.Any() ? 1 : 0;
        }

        Assert.True(whole > 1_000 && refused > 1_000, $"{whole} taken, {refused} refused");
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void A_block_of_nothing_but_quotes_is_read_in_time()
    {
        long start = Stopwatch.GetTimestamp();
        Read(string.Concat(Enumerable.Repeat("\"a\t", PasteTable.Longest / 3)), null);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(5));
    }

    private static PasteBlock Read(string text, string? from) => PasteBlock.Read(text, Targets, from);
}
