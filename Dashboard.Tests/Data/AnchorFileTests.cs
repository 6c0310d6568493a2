using Dashboard.Data;
using Dashboard.Domain.Changes;

namespace Dashboard.Tests.Data;

public sealed class AnchorFileTests : IDisposable
{
    private static readonly DateTime Now = new(2026, 11, 23, 1, 0, 0, DateTimeKind.Utc);

    private readonly string _folder = Directory.CreateTempSubdirectory("dashboard-").FullName;

    private AnchorFile Anchors => AnchorFile.In(_folder);

    [Fact]
    public void What_is_appended_is_read_in_order_with_where_it_stands()
    {
        Assert.Empty(Anchors.Read(out _));
        Anchors.Append(new LogHead(7, Hash('a')), Now);
        Anchors.Append(new LogHead(9, Hash('b')), Now.AddDays(1));
        IReadOnlyList<LogAnchor> anchors = Anchors.Read(out IReadOnlyList<int> unreadable);
        Assert.Empty(unreadable);
        Assert.Equal([(7, Hash('a')), (9, Hash('b'))], anchors.Select(a => (a.Sequence, a.Hash)));
        Assert.Equal("anchors.log, line 2, of 2026-11-24T01:00:00.000Z", anchors[1].Source);
    }

    [Fact]
    public void An_empty_log_has_no_end_to_anchor()
    {
        Anchors.Append(new LogHead(0, HashChain.Genesis), Now);
        Assert.False(File.Exists(Anchors.Path));
    }

    [Fact]
    public void After_a_backup_was_restored_anchors_beyond_its_end_hold_no_more()
    {
        Anchors.Append(new LogHead(7, Hash('a')), Now);
        Anchors.Append(new LogHead(20, Hash('b')), Now);
        Anchors.AppendRestored(new LogHead(12, Hash('c')), Now);
        Anchors.Append(new LogHead(21, Hash('d')), Now);
        Assert.Equal([7, 12, 21], Anchors.Read(out _).Select(a => a.Sequence));
    }

    [Fact]
    public void Lines_that_are_no_anchors_are_told_by_number()
    {
        File.WriteAllLines(Anchors.Path, [$"7 {Hash('a')} 2026-11-23T01:00:00.000Z", "", "x", $"-1 {Hash('a')} now", $"8 {Hash('g')} now", $"9 {Hash('A')} now"]);
        Assert.Single(Anchors.Read(out IReadOnlyList<int> unreadable));
        Assert.Equal([3, 4, 5, 6], unreadable);
    }

    [Theory]
    [InlineData("12:0123456789abcdef", true)]
    [InlineData(" 12 : 01234567 89ABCDEF 00 ", true)]
    [InlineData("12:0123456789abcde", false)]
    [InlineData("0:0123456789abcdef", false)]
    [InlineData("12", false)]
    [InlineData(":0123456789abcdef", false)]
    [InlineData("12:0123456789abcdeg", false)]
    public void The_end_of_the_log_is_read_as_it_was_written_down(string text, bool isRead) =>
        Assert.Equal(isRead, AnchorFile.ReadHead(text, "minutes") is { Sequence: 12 } anchor && anchor.Agrees(anchor.Hash + new string('0', 64 - anchor.Hash.Length)));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Hash(char digit) => new(digit, 64);
}
