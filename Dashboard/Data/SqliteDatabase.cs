using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data;

/// <summary>
/// A SQLite file and the contexts on it: write-ahead log, foreign keys on, every commit flushed to the disk.
/// One per process; contexts are made per operation and are not shared.
/// </summary>
public sealed class SqliteDatabase : IDbContextFactory<DashboardDb>
{
    private readonly DbContextOptions<SqliteDashboardDb> _options;

    /// <summary>The database that <paramref name="connectionString"/> names (<c>Data Source=…</c>).</summary>
    public SqliteDatabase(string connectionString)
    {
        ConnectionString = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true }.ToString();
        _options = new DbContextOptionsBuilder<SqliteDashboardDb>()
            .UseSqlite(ConnectionString)
            .AddInterceptors(new SqlitePragmas())
            .Options;
    }

    /// <summary>How to reach it.</summary>
    public string ConnectionString { get; }

    /// <summary>Full path of the file.</summary>
    public string Path => System.IO.Path.GetFullPath(new SqliteConnectionStringBuilder(ConnectionString).DataSource);

    /// <inheritdoc/>
    public DashboardDb CreateDbContext() => new SqliteDashboardDb(_options);

    /// <summary>Makes the file and its folder where they are missing, and brings the tables up to date.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken = default)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        await using DashboardDb db = CreateDbContext();
        await db.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>
    /// Moves what the write-ahead log holds into the file and empties it, so that nothing deleted stays there. Left for the next time
    /// when others read or write just now.
    /// </summary>
    public async Task CheckpointAsync(CancellationToken cancellationToken = default)
    {
        await using DashboardDb db = CreateDbContext();
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);
    }

    /// <summary>Copies the database to a new file while others read and write, checks the copy, then puts it in its place.</summary>
    /// <exception cref="IOException">The copy is not whole.</exception>
    public async Task BackUpAsync(string path, CancellationToken cancellationToken = default)
    {
        string unfinished = path + ".part";
        File.Delete(unfinished);
        await CopyAsync(ConnectionString, Plain(unfinished), cancellationToken);
        await CheckAsync(unfinished, cancellationToken);
        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>Checks a backup and replaces the whole content of the database with it, in one transaction.</summary>
    /// <exception cref="IOException">The backup is not whole or is no database of this product.</exception>
    public async Task RestoreAsync(string path, CancellationToken cancellationToken = default)
    {
        await CheckAsync(path, cancellationToken);
        await CopyAsync(Plain(path), ConnectionString, cancellationToken);
        await MigrateAsync(cancellationToken);
    }

    private static string Plain(string path) => new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();

    private static async Task CopyAsync(string from, string to, CancellationToken cancellationToken)
    {
        await using var source = new SqliteConnection(from);
        await using var target = new SqliteConnection(to);
        await source.OpenAsync(cancellationToken);
        await target.OpenAsync(cancellationToken);
        source.BackupDatabase(target);
    }

    private static async Task CheckAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new SqliteConnection(Plain(path));
            await connection.OpenAsync(cancellationToken);
            await using SqliteCommand check = connection.CreateCommand();
            check.CommandText = "SELECT (SELECT integrity_check FROM pragma_integrity_check LIMIT 1) || (SELECT COUNT(*) FROM \"Changes\" WHERE 0)";
            if (await check.ExecuteScalarAsync(cancellationToken) is not "ok0")
            {
                throw new IOException($"{path} is damaged.");
            }
        }
        catch (SqliteException exception)
        {
            throw new IOException($"{path} is no whole database of this product: {exception.Message}", exception);
        }
    }
}
