using CsCheck;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Committees;
using Dashboard.Exchange;

namespace Dashboard.Tests.Exchange;

public sealed class LogSheetTests : IDisposable
{
    private static readonly Hierarchy Tree = Hierarchy.Empty.Open(new Committee { Code = "A", Name = "A", Level = CommitteeLevel.Province }, null);

    private readonly string _folder = Directory.CreateTempSubdirectory("dashboard-").FullName;

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public void What_a_spreadsheet_would_take_for_a_formula_is_text_and_comes_back_as_it_was(string ending) =>
        Gen.Select(Gen.OneOf<string>("=1+1", "+84", "-1", "@SUM(A1)", "'=x", "\tx", "a,\"b\"", "dòng 1\ndòng 2", "007", "x"), Gen.OneOf<string>("=cmd|' /C calc'!A0", "{\"value\":1}").Null()).Array[1, 6].Sample(
            texts =>
            {
                LogEntry[] entries = [.. texts.Select((text, at) => Entry(at + 1, text.Item1, text.Item2))];
                string[][] rows = WriteAndRead(ending, entries, out string raw);
                return entries.Zip(rows[1..]).All(pair => pair.First.Key == pair.Second[5] && (pair.First.After ?? "") == pair.Second[7] && pair.Second[4] == "A")
                    && (ending == "xlsx" || !raw.Contains(",=", StringComparison.Ordinal));
            },
            iter: 100,
            threads: 1);

    [Fact]
    public void A_text_longer_than_a_cell_may_be_ends_in_three_dots_in_a_spreadsheet_and_is_whole_in_a_csv_file()
    {
        LogEntry entry = Entry(1, "k", new string('x', 40_000));
        string[] cells = WriteAndRead("xlsx", [entry], out _)[1];
        Assert.Equal(SheetFile.LongestCell, cells[7].Length);
        Assert.EndsWith("x…", cells[7], StringComparison.Ordinal);
        LogSheet.Write(Path.Combine(_folder, "log.csv"), [entry], Tree);
        Assert.Contains(entry.After!, File.ReadAllText(Path.Combine(_folder, "log.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_could_not_be_written_to_its_end_leaves_nothing()
    {
        static IEnumerable<LogEntry> Broken()
        {
            yield return Entry(1, "k", null);
            throw new OperationCanceledException();
        }

        Assert.Throws<OperationCanceledException>(() => LogSheet.Write(Path.Combine(_folder, "log.csv"), Broken(), Tree));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string[][] WriteAndRead(string ending, LogEntry[] entries, out string raw)
    {
        string path = Path.Combine(_folder, "log." + ending);
        Assert.Equal(entries.Length, LogSheet.Write(path, entries, Tree));
        raw = File.ReadAllText(path);
        var faults = new FaultList();
        string[][] rows = [.. SheetFile.Read(path, faults).Select(row => row.Cells.ToArray())];
        Assert.Equal(0, faults.Count);
        return rows;
    }

    private static LogEntry Entry(long sequence, string key, string? after) => new()
    {
        Sequence = sequence,
        At = DateTime.UnixEpoch,
        Account = "officer",
        Subject = Subject.Directive,
        Committee = 0,
        Key = key,
        After = after,
        Hash = new string('a', 64),
    };
}
