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
}
