using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Tests.Testing;
using Microsoft.Data.Sqlite;

namespace Dashboard.Tests.Data;

/// <summary>R13: whatever is done to the log in the file is found, and found at its place.</summary>
public sealed class LogBytesTests : IAsyncLifetime
{
    private const int Entries = 5_000;
    private const int Trials = 1_000;

    private static readonly string[] Texts = ["Account", "Subject", "Key", "Before", "After", "Reason", "Hash"];

    private readonly TemporaryDatabase _temporary = new();
    private LogAnchor[] _anchors = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void A_whole_log_is_walked_to_its_end_and_meets_its_anchors()
    {
        var walk = new ChainWalk(_anchors);
        Assert.True(LogBytes.Walk(_temporary.Database, walk, Cancel));
        Assert.Equal((Entries, Entries), (walk.Sequence, walk.Agreed));
        Assert.Empty(walk.Refused);
        Assert.Empty(walk.Unmet);
    }

    [Fact]
    public void A_thousand_random_forgeries_are_found_each_at_its_first_wrong_entry()
    {
        using SqliteConnection connection = Open(_temporary.Database.ConnectionString);
        int seed = Random.Shared.Next();
        var random = new Random(seed);
        for (int trial = 0; trial < Trials; trial++)
        {
            Run(connection, "BEGIN");
            (string what, long expected) = Forge(connection, random);
            var walk = new ChainWalk(_anchors);
            bool isWhole = LogBytes.Walk(connection, walk, Cancel);
            long? found = isWhole ? walk.Unmet.Any() ? walk.Sequence + 1 : null : walk.Sequence + 1;
            Run(connection, "ROLLBACK");
            Assert.True(found == expected, $"Seed {seed}, trial {trial}, {what}: expected at {expected}, found at {found}.");
        }
    }

    [Fact]
    public void A_log_written_anew_agrees_with_itself_but_not_with_its_anchors()
    {
        using SqliteConnection connection = Open(_temporary.Database.ConnectionString);
        foreach (long from in new long[] { 1, 2_499, 2_500, 2_501, 4_999, 5_000 })
        {
            Run(connection, "BEGIN");
            WriteAnew(connection, from);
            var walk = new ChainWalk(_anchors);
            Assert.True(LogBytes.Walk(connection, walk, Cancel));
            Run(connection, "ROLLBACK");
            Assert.NotEmpty(walk.Refused);
            Assert.InRange(from, walk.Agreed + 1, walk.Refused[0].Sequence);
        }
    }

    [Fact]
    public async Task A_changed_byte_of_the_file_is_found_wherever_it_changes_what_the_log_says()
    {
        await using var small = new TemporaryDatabase();
        await small.InitializeAsync();
        await FillAsync(small, 400);
        await small.Database.CheckpointAsync(Cancel);
        SqliteConnection.ClearAllPools();
        byte[] good = await File.ReadAllBytesAsync(small.Database.Path, Cancel);
        string path = Path.Combine(small.Folder, "flipped.db");
        string before = Read(small.Database.ConnectionString)!;
        var end = new LogAnchor(400, (await new LogSearch(small.Database).HeadAsync(Cancel)).Hash, "the end");
        Assert.True(IsWhole(small.Database.ConnectionString, end));
        var random = new Random(13);
        int changed = 0;
        for (int trial = 0; trial < 400; trial++)
        {
            byte[] flipped = [.. good];
            flipped[random.Next(100, good.Length)] ^= (byte)(1 << random.Next(8));
            await File.WriteAllBytesAsync(path, flipped, Cancel);
            string connection = $"Data Source={path};Pooling=False";
            if (Read(connection) != before)
            {
                changed++;
                Assert.False(IsWhole(connection, end), $"Trial {trial} changed what the log says and was not found.");
            }
        }

        Assert.True(changed > 50, $"Only {changed} trials touched the log.");
    }

    public async ValueTask InitializeAsync()
    {
        await _temporary.InitializeAsync();
        await FillAsync(_temporary, Entries);
        var log = new LogSearch(_temporary.Database);
        _anchors = [new(2_500, (await log.HashOfAsync(2_500, Cancel))!, "the middle"), new(Entries, (await log.HeadAsync(Cancel)).Hash, "the end")];
    }

    public ValueTask DisposeAsync() => _temporary.DisposeAsync();

    private static Task<WriteReceipt> FillAsync(TemporaryDatabase database, int entries) => database.Ledger.WriteAsync(
        "officer",
        (page, _) =>
        {
            Subject[] subjects = Enum.GetValues<Subject>();
            for (int i = 0; i < entries; i++)
            {
                string? before = i % 3 == 0 ? null : $$"""{"value":{{i}},"note":"Thẩm định"}""";
                page.Record(subjects[i % subjects.Length], i % 5 == 0 ? null : i % 40, $"vetting.admission|{i}", before, i % 7 == 0 ? null : $$"""{"value":{{i + 1}}}""");
            }

            return Task.CompletedTask;
        },
        "rà soát",
        Cancel);

    private static (string What, long Expected) Forge(SqliteConnection connection, Random random)
    {
        long at = random.Next(1, Entries);
        switch (random.Next(9))
        {
            case 0 or 1:
                string column = Texts[random.Next(Texts.Length)];
                return ChangeByte(connection, random, column, at) ? ($"a byte of {column}", at) : Forge(connection, random);
            case 2:
                column = random.Next(2) == 0 ? "At" : "Committee";
                Run(connection, $"UPDATE Changes SET \"{column}\" = coalesce(\"{column}\", 0) + {random.Next(1, 1_000)} WHERE Sequence = {at}");
                return (column, at);
            case 3:
                column = new[] { "Committee", "Before", "After", "Reason" }[random.Next(4)];
                Run(connection, $"UPDATE Changes SET \"{column}\" = CASE WHEN \"{column}\" IS NULL THEN {(column == "Committee" ? "0" : "''")} END WHERE Sequence = {at}");
                return ($"{column} made absent or present", at);
            case 4:
                column = Texts[random.Next(Texts.Length)];
                Run(connection, $"UPDATE Changes SET \"{column}\" = coalesce(CAST(\"{column}\" AS BLOB), x'') WHERE Sequence = {at}");
                return ($"{column} of another kind", at);
            case 5:
                Run(connection, $"DELETE FROM Changes WHERE Sequence BETWEEN {at} AND {Math.Min(at + random.Next(3), Entries - 1)}");
                return ("entries deleted", at);
            case 6:
                long other = at + random.Next(1, (int)(Entries - at) + 1);
                Run(connection, $"UPDATE Changes SET Sequence = -1 WHERE Sequence = {at}; UPDATE Changes SET Sequence = {at} WHERE Sequence = {other}; UPDATE Changes SET Sequence = {other} WHERE Sequence = -1");
                return ($"swapped with {other}", at);
            case 7:
                bool isMoved = random.Next(2) == 0;
                Run(connection, isMoved
                    ? $"UPDATE Changes SET Sequence = {Entries + 1 + random.Next(5)} WHERE Sequence = {at}"
                    : $"INSERT INTO Changes SELECT {Entries + 1}, At, Account, Subject, Committee, Key, Before, After, Reason, Hash FROM Changes WHERE Sequence = {at}");
                return isMoved ? ("renumbered", at) : ("added at the end", Entries + 1);
            default:
                Run(connection, $"DELETE FROM Changes WHERE Sequence >= {at}");
                return ("the end cut off", at);
        }
    }

    private static bool ChangeByte(SqliteConnection connection, Random random, string column, long at)
    {
        using SqliteCommand read = Command(connection, $"SELECT CAST(\"{column}\" AS BLOB) FROM Changes WHERE Sequence = {at}");
        if (read.ExecuteScalar() is not byte[] { Length: > 0 } bytes)
        {
            return false;
        }

        bytes[random.Next(bytes.Length)] ^= (byte)random.Next(1, 256);
        Run(connection, $"UPDATE Changes SET \"{column}\" = CAST(x'{Convert.ToHexString(bytes)}' AS TEXT) WHERE Sequence = {at}");
        return true;
    }

    /// <summary>What somebody does who knows how the chain is made: changes an entry and seals it and all after it again.</summary>
    private static void WriteAnew(SqliteConnection connection, long from)
    {
        var entries = new List<LogEntry>();
        using (SqliteCommand read = Command(connection, $"SELECT Sequence, At, Account, Subject, Committee, Key, Before, After, Reason, Hash FROM Changes WHERE Sequence >= {from - 1} ORDER BY Sequence"))
        using (SqliteDataReader row = read.ExecuteReader())
        {
            while (row.Read())
            {
                entries.Add(new LogEntry
                {
                    Sequence = row.GetInt64(0),
                    At = InstantConverter.FromMilliseconds(row.GetInt64(1)),
                    Account = row.GetString(2),
                    Subject = Words.Read<Subject>(row.GetString(3)),
                    Committee = row.IsDBNull(4) ? null : row.GetInt32(4),
                    Key = row.GetString(5),
                    Before = row.IsDBNull(6) ? null : row.GetString(6),
                    After = row.IsDBNull(7) ? null : row.GetString(7),
                    Reason = row.IsDBNull(8) ? null : row.GetString(8),
                    Hash = row.GetString(9),
                });
            }
        }

        string previous = from == 1 ? HashChain.Genesis : entries[0].Hash;
        foreach (LogEntry entry in entries.Where(e => e.Sequence >= from))
        {
            LogEntry forged = HashChain.Seal(entry.Sequence == from ? entry with { Account = "somebody-else" } : entry, previous);
            Run(connection, $"UPDATE Changes SET Account = '{forged.Account}', Hash = '{forged.Hash}' WHERE Sequence = {forged.Sequence}");
            previous = forged.Hash;
        }
    }

    private static bool IsWhole(string connectionString, params LogAnchor[] anchors)
    {
        try
        {
            using SqliteConnection connection = Open(connectionString);
            var walk = new ChainWalk(anchors);
            return LogBytes.Walk(connection, walk, Cancel) && !walk.Unmet.Any() && walk.Refused.Count == 0;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    /// <summary>All that the log says, with the kind of each value; null when SQLite cannot read it.</summary>
    private static string? Read(string connectionString)
    {
        try
        {
            using SqliteConnection connection = Open(connectionString);
            string columns = string.Join(" || '|' || ", new[] { "Sequence", "At", "Account", "Subject", "Committee", "Key", "Before", "After", "Reason", "Hash" }
                .Select(c => $"typeof({c}) || hex({c})"));
            using SqliteCommand command = Command(connection, $"SELECT {columns} FROM Changes NOT INDEXED ORDER BY Sequence");
            using SqliteDataReader reader = command.ExecuteReader();
            var all = new System.Text.StringBuilder();
            while (reader.Read())
            {
                all.AppendLine(reader.GetString(0));
            }

            return all.ToString();
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    private static SqliteConnection Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = Command(connection, sql);
        command.ExecuteNonQuery();
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The test's own text.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
