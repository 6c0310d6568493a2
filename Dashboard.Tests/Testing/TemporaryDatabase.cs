using Dashboard.Data;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Indicators;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Tests.Testing;

/// <summary>A migrated SQLite file in a folder of its own, gone with the test class.</summary>
public sealed class TemporaryDatabase : IAsyncLifetime
{
    private static readonly Lazy<Task<byte[]>> Migrated = new(MigrateOnceAsync);

    public TemporaryDatabase()
    {
        Folder = Directory.CreateTempSubdirectory("dashboard-").FullName;
        Database = new SqliteDatabase($"Data Source={System.IO.Path.Combine(Folder, "dashboard.db")}");
        Log = new LogReader(Database);
        Ledger = new Ledger(Database, TestClock.Shared, NullLogger<Ledger>.Instance);
    }

    public string Folder { get; }

    public SqliteDatabase Database { get; }

    public Ledger Ledger { get; }

    public LogReader Log { get; }

    public async ValueTask InitializeAsync() => await File.WriteAllBytesAsync(Database.Path, await Migrated.Value);

    /// <summary>Registers committees (roots, numbered from 0) and indicators in one write.</summary>
    public Task SeedAsync(string[] committees, string[] indicators) => Ledger.WriteAsync("test", (page, _) =>
    {
        page.Db.AddRange(committees.Select((code, i) => new Committee { Number = i, Code = code, Name = code, Level = CommitteeLevel.Province }));
        page.Db.AddRange(indicators.Select((code, i) => new Indicator { Number = i, Code = code, Topic = "t", Name = code, NameEn = code, Unit = "files" }));
        return Task.CompletedTask;
    });

    /// <summary>Every row of every table as text: what must be the same when nothing is to have happened.</summary>
    public string Dump() => TableDump.Of(Database.ConnectionString);

    public async ValueTask DisposeAsync()
    {
        await Ledger.DisposeAsync();
        using (var connection = new SqliteConnection(Database.ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        await Folders.DeleteAsync(Folder);
    }

    /// <summary>Migrating takes a quarter of a second, a copy of the empty file none.</summary>
    private static async Task<byte[]> MigrateOnceAsync()
    {
        string folder = Directory.CreateTempSubdirectory("dashboard-").FullName;
        var database = new SqliteDatabase($"Data Source={System.IO.Path.Combine(folder, "empty.db")};Pooling=False");
        await database.MigrateAsync();
        byte[] bytes = await File.ReadAllBytesAsync(database.Path);
        await Folders.DeleteAsync(folder);
        return bytes;
    }
}
