using Dashboard.Data;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Lapses;
using Dashboard.Domain.Returns;
using Dashboard.Tests.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace Dashboard.Tests.Data;

public sealed class DatabaseTests(TemporaryDatabase temporary) : IClassFixture<TemporaryDatabase>
{
    [Fact]
    public async Task Every_connection_has_the_log_foreign_keys_and_full_flushes_on()
    {
        await using DashboardDb db = temporary.Database.CreateDbContext();
        string[] pragmas = ["journal_mode", "foreign_keys", "synchronous"];
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["wal", "1", "2"], pragmas.Select(p => Pragma((SqliteConnection)db.Database.GetDbConnection(), p)));
    }

    [Fact]
    public async Task The_migrations_say_what_the_model_says()
    {
        await using DashboardDb db = temporary.Database.CreateDbContext();
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Figures_are_kept_in_the_order_of_their_key_without_a_rowid()
    {
        await using DashboardDb db = temporary.Database.CreateDbContext();
        List<string> sql = await db.Database.SqlQuery<string>($"SELECT sql AS Value FROM sqlite_master WHERE name = 'Figures'").ToListAsync(TestContext.Current.CancellationToken);
        Assert.EndsWith("WITHOUT ROWID", Assert.Single(sql), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_value_has_a_word_of_its_own_that_reads_back()
    {
        Assert.Equal("more_than", Words.Of(Precision.MoreThan));
        Assert.Equal("sent-back", Words.Of(ReturnState.SentBack));
        Assert.Equal("directive-not-implemented", Words.Of(LapseKind.DirectiveNotImplemented));
        Assert.All(Enum.GetValues<LapseKind>(), kind => Assert.Equal(kind, Words.Read<LapseKind>(Words.Of(kind))));
        Assert.False(Words.TryRead<CommitteeLevel>("Province", out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => Words.Of((CommitteeLevel)99));
    }

    [Fact]
    public void Without_settings_the_data_lie_at_the_root_of_the_repository()
    {
        string root = Path.Combine(temporary.Folder, "clone");
        Directory.CreateDirectory(Path.Combine(root, "Dashboard"));
        File.WriteAllText(Path.Combine(root, "Dashboard.sln"), "");
        IConfiguration none = new ConfigurationBuilder().Build();
        Assert.Equal(Path.Combine(root, "data"), DatabaseSettings.From(none, Path.Combine(root, "Dashboard")).Folder);
        IConfiguration given = new ConfigurationBuilder().AddInMemoryCollection([new("Dashboard:Data", "/somewhere"), new("Dashboard:Database", "Data Source=x.db")]).Build();
        Assert.Equal(new DatabaseSettings("/somewhere", "Data Source=x.db"), DatabaseSettings.From(given, root));
    }

    private static string Pragma(SqliteConnection connection, string name)
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100
        command.CommandText = "PRAGMA " + name;
#pragma warning restore CA2100
        return command.ExecuteScalar()!.ToString()!;
    }
}
