using Dashboard.Data;
using Dashboard.Domain.Returns;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dashboard.Tests.Data;

/// <summary>A database of an earlier version keeps what it says when a later one takes it over.</summary>
public sealed class MigrationTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dashboard-earlier-").FullName;
    private SqliteDatabase _database = null!;

    [Fact]
    public async Task One_role_and_a_list_of_committees_become_a_grant_each()
    {
        await BringToAsync("Foundation");
        await ExecuteAsync(
            """
            INSERT INTO "Accounts" ("Name", "DisplayName", "Role", "Scope", "IsSample") VALUES
            ('admin', 'A', 'administrator', '', 0), ('leader', 'L', 'viewer', 'TU-MAU;TW', 1), ('officer', 'O', 'officer', 'HU-1', 0);
            INSERT INTO "Tokens" ("Hash", "Account", "CreatedAt") VALUES ('ab', 'leader', 5)
            """);
        await _database.MigrateAsync(TestContext.Current.CancellationToken);

        await using DashboardDb db = _database.CreateDbContext();
        Dictionary<string, Account> accounts = await db.Accounts.ToDictionaryAsync(a => a.Name, TestContext.Current.CancellationToken);
        Assert.Equal([new Grant(AccountRole.Administrator, null)], accounts["admin"].Grants);
        Assert.Equal([new Grant(AccountRole.Viewer, "TU-MAU"), new Grant(AccountRole.Viewer, "TW")], accounts["leader"].Grants);
        Assert.Equal([new Grant(AccountRole.Officer, "HU-1")], accounts["officer"].Grants);
        AccessToken token = await db.Tokens.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal("leader", token.Account);
        Assert.Null(token.Limit);
    }

    [Fact]
    public async Task The_indicators_of_a_form_become_the_lines_of_its_first_version()
    {
        await BringToAsync("Accounts");
        await ExecuteAsync(
            """
            INSERT INTO "Forms" ("Code", "Name", "NameEn", "Cadence", "Levels", "Indicators", "DueDays") VALUES
            ('Q', 'Báo cáo "quý"', 'Quarterly', 'quarter', 'cell', 'vetting.one;vetting.two', 15), ('E', 'Trống', 'Empty', 'year', 'cell', '', 10)
            """);
        await _database.MigrateAsync(TestContext.Current.CancellationToken);

        await using DashboardDb db = _database.CreateDbContext();
        Dictionary<string, Form> forms = await db.Forms.ToDictionaryAsync(f => f.Code, TestContext.Current.CancellationToken);
        FormSection section = Assert.Single(forms["Q"].Sections);
        Assert.Equal(("Báo cáo \"quý\"", "Quarterly", 1), (section.Title, section.TitleEn, forms["Q"].Version));
        Assert.Equal([new FormLine { Indicator = "vetting.one", OutOf = OutOfRule.Allowed }, new FormLine { Indicator = "vetting.two", OutOf = OutOfRule.Allowed }], section.Lines);
        Assert.Empty(forms["E"].Indicators);
    }

    public ValueTask InitializeAsync()
    {
        _database = new SqliteDatabase($"Data Source={Path.Combine(_folder, "dashboard.db")};Pooling=False");
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task BringToAsync(string migration)
    {
        await using DashboardDb db = _database.CreateDbContext();
        await db.GetService<IMigrator>().MigrateAsync(migration);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection(_database.ConnectionString);
        await connection.OpenAsync();
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
