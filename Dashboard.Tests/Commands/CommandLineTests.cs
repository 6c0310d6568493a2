using Dashboard.Commands;
using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Exchange;
using Dashboard.Tests.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace Dashboard.Tests.Commands;

public sealed class CommandLineTests(TemporaryDatabase temporary) : IClassFixture<TemporaryDatabase>, IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("import")]
    [InlineData("export")]
    [InlineData("verify")]
    [InlineData("generate")]
    [InlineData("token")]
    [InlineData("account")]
    [InlineData("backup")]
    [InlineData("restore")]
    public async Task Every_verb_has_help_in_both_languages(string verb)
    {
        Assert.Equal(CommandLine.Done, await RunAsync(verb, "--help"));
        string vietnamese = _output.ToString();
        Assert.StartsWith(verb, vietnamese, StringComparison.Ordinal);
        _output.GetStringBuilder().Clear();
        Assert.Equal(CommandLine.Done, await RunAsync(verb, "--help", "--lang", "en"));
        Assert.StartsWith(verb, _output.ToString(), StringComparison.Ordinal);
        Assert.NotEqual(vietnamese, _output.ToString());
    }

    [Theory]
    [InlineData("dance")]
    [InlineData("import", "figures")]
    [InlineData("import", "people", "x.csv")]
    [InlineData("import", "figures", "x.csv", "--force")]
    [InlineData("export", "figures")]
    [InlineData("generate", "--committees", "0", "--indicators", "1", "--periods", "1", "--seed", "1")]
    [InlineData("token")]
    [InlineData("token", "--account", "nobody")]
    [InlineData("restore", "nothing.db")]
    public async Task A_call_that_is_not_understood_ends_with_2_and_says_why(params string[] args)
    {
        Assert.Equal(CommandLine.BadInput, await RunAsync(args));
        Assert.NotEmpty(_errors.ToString());
    }

    [Fact]
    public async Task No_verb_and_serve_are_left_to_the_host()
    {
        Assert.Null(await CommandLine.RunAsync([]));
        Assert.Null(await CommandLine.RunAsync(["serve"]));
        Assert.Null(await CommandLine.RunAsync(["--urls", "http://127.0.0.1:0"]));
    }

    [Fact]
    public async Task Faults_are_listed_in_the_language_asked_for()
    {
        string path = Path.Combine(temporary.Folder, "bad.csv");
        await File.WriteAllTextAsync(path, "committee,indicator,period,value\nNONE,x,2026,-5\n", Cancel);
        Assert.Equal(CommandLine.BadInput, await RunAsync("import", "figures", path));
        Assert.Contains("dòng 2, cột value: số âm: -5 [value.negative]", _errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(CommandLine.BadInput, await RunAsync("import", "figures", path, "--lang", "en"));
        Assert.Contains("line 2, column value: a negative number: -5 [value.negative]", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_stands_alone_on_the_last_line_and_only_its_hash_is_kept()
    {
        Assert.Equal(CommandLine.Done, await RunAsync("account", "add", "--name", "reader", "--role", "viewer"));
        Assert.Equal(CommandLine.Done, await RunAsync("token", "--account", "reader", "--days", "30"));
        string token = _output.ToString().TrimEnd().Split('\n')[^1].Trim();

        Assert.Equal(43, token.Length);
        Assert.DoesNotContain(token, temporary.Dump(), StringComparison.Ordinal);
        await using DashboardDb db = temporary.Database.CreateDbContext();
        AccessToken kept = await db.Tokens.SingleAsync(Cancel);
        Assert.Equal(("reader", RandomSecret.HashOf(token)), (kept.Account, kept.Hash));
        Assert.InRange(kept.ExpiresAt!.Value - kept.CreatedAt, TimeSpan.FromDays(29.9), TimeSpan.FromDays(30.1));
    }

    [Fact]
    public async Task An_account_that_is_there_is_not_given_other_rights_from_the_console()
    {
        await using var database = new TemporaryDatabase();
        await database.InitializeAsync();
        Assert.Equal(CommandLine.Done, await RunAsync(database, "account", "add", "--name", "clerk", "--role", "officer"));
        Assert.Equal(CommandLine.BadInput, await RunAsync(database, "account", "add", "--name", "clerk", "--role", "administrator"));
        await using DashboardDb db = database.Database.CreateDbContext();
        Assert.Equal(["officer:*"], (await db.Accounts.SingleAsync(Cancel)).Grants.Select(g => g.ToString()));
    }

    [Fact]
    public async Task Generated_data_is_the_same_each_time_verifies_and_a_later_edit_is_found()
    {
        await using var one = new TemporaryDatabase();
        await using var two = new TemporaryDatabase();
        string[] generate = ["generate", "--committees", "30", "--indicators", "4", "--periods", "3", "--seed", "9"];
        Assert.Equal(CommandLine.Done, await RunAsync(one, generate));
        Assert.Equal(CommandLine.Done, await RunAsync(two, generate));
        Assert.Equal(CommandLine.Done, await RunAsync(one, "export", "figures", "--out", Path.Combine(one.Folder, "f.csv")));
        Assert.Equal(CommandLine.Done, await RunAsync(two, "export", "figures", "--out", Path.Combine(two.Folder, "f.csv")));
        string figures = await File.ReadAllTextAsync(Path.Combine(one.Folder, "f.csv"), Cancel);
        Assert.Equal(figures, await File.ReadAllTextAsync(Path.Combine(two.Folder, "f.csv"), Cancel));
        Assert.Equal(361, figures.TrimEnd().Split('\n').Length);
        Assert.Equal(CommandLine.Done, await RunAsync(one, "verify"));

        Edit(one, "UPDATE Figures SET Value = Value + 1 WHERE Committee = 3 AND Indicator = 1");
        Assert.Equal(CommandLine.Failed, await RunAsync(one, "verify"));
        Assert.Contains("Committee 3, gen.002", _errors.ToString(), StringComparison.Ordinal);
        Edit(two, "UPDATE Changes SET After = replace(After, 'final', 'revised') WHERE Sequence = 100");
        Assert.Equal(CommandLine.Failed, await RunAsync(two, "verify"));
        Assert.Contains("breaks at entry 100", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_brings_back_what_was_there_and_a_damaged_one_is_refused()
    {
        await using var database = new TemporaryDatabase();
        await database.InitializeAsync();
        await database.SeedAsync(["A"], ["one"]);
        string before = database.Dump();
        string backup = Path.Combine(database.Folder, "backup.db");
        Assert.Equal(CommandLine.Done, await RunAsync(database, "backup", backup));
        Assert.Equal(CommandLine.Done, await RunAsync(database, "account", "add", "--name", "later", "--role", "viewer"));
        Assert.Equal(CommandLine.Done, await RunAsync(database, "restore", backup));
        Assert.Equal(before, database.Dump());

        await File.WriteAllTextAsync(backup, "no database", Cancel);
        Assert.Equal(CommandLine.Failed, await RunAsync(database, "restore", backup));
        Assert.Equal(before, database.Dump());
    }

    [Fact]
    public async Task A_log_cut_off_at_its_end_is_found_by_what_was_written_down_elsewhere()
    {
        await using var database = new TemporaryDatabase();
        await database.InitializeAsync();
        await database.SeedAsync(["A"], ["one"]);
        for (int i = 0; i < 5; i++)
        {
            Assert.Equal(CommandLine.Done, await RunAsync(database, "account", "add", "--name", $"a{i}", "--role", "viewer"));
        }

        LogHead head = await new LogSearch(database.Database).HeadAsync(Cancel);
        string line = $"{head.Sequence}:{head.Hash[..8]} {head.Hash[8..20].ToUpperInvariant()}";
        Assert.Equal(CommandLine.Done, await RunAsync(database, "verify", "--head", line));
        Assert.Equal(CommandLine.Failed, await RunAsync(database, "verify", "--head", $"{head.Sequence - 1}:{head.Hash}"));
        Assert.Contains($"Entry {head.Sequence - 1} is not the one of --head", _errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(CommandLine.BadInput, await RunAsync(database, "verify", "--head", "5:abc"));

        Edit(database, $"DELETE FROM Changes WHERE Sequence > {head.Sequence - 2}");
        Assert.Equal(CommandLine.Done, await RunAsync(database, "verify"));
        Assert.Equal(CommandLine.Failed, await RunAsync(database, "verify", "--head", line));
        Assert.Contains($"entries from {head.Sequence - 1} on were cut off", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_brings_its_anchors_along_and_a_restored_one_verifies()
    {
        await using var database = new TemporaryDatabase();
        await using var elsewhere = new TemporaryDatabase();
        await database.InitializeAsync();
        string backup = Path.Combine(database.Folder, "backup.db");
        Assert.Equal(CommandLine.Done, await RunAsync(database, "account", "add", "--name", "first", "--role", "viewer"));
        Assert.Equal(CommandLine.Done, await RunAsync(database, "backup", backup));
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(database.Folder, "anchors.log"), Cancel), await File.ReadAllTextAsync(backup + ".anchors.log", Cancel));
        Assert.Equal(CommandLine.Done, await RunAsync(database, "account", "add", "--name", "later", "--role", "viewer"));
        Assert.Equal(CommandLine.Done, await RunAsync(database, "backup", Path.Combine(database.Folder, "later.db")));

        // Back to the first: what was anchored after it holds no more.
        Assert.Equal(CommandLine.Done, await RunAsync(database, "restore", backup));
        Assert.Equal(CommandLine.Done, await RunAsync(database, "verify"));

        await elsewhere.InitializeAsync();
        Assert.Equal(CommandLine.Done, await RunAsync(elsewhere, "restore", backup));
        Assert.Equal(CommandLine.Done, await RunAsync(elsewhere, "verify"));
        Edit(elsewhere, "DELETE FROM Changes");
        Assert.Equal(CommandLine.Failed, await RunAsync(elsewhere, "verify"));
    }

    [Theory]
    [InlineData("figures", "f.csv", "--committee", "A", "--subordinates")]
    [InlineData("committees", "c.xlsx")]
    [InlineData("log", "l.csv")]
    [InlineData("log", "l.xlsx")]
    public async Task Every_export_is_kept_in_the_log(string kind, string file, params string[] options)
    {
        await using var database = new TemporaryDatabase();
        await database.InitializeAsync();
        await database.SeedAsync(["A"], ["one"]);
        Assert.Equal(CommandLine.Done, await RunAsync(database, "account", "add", "--name", "reader", "--role", "viewer"));
        string path = Path.Combine(database.Folder, file);
        Assert.Equal(CommandLine.Done, await RunAsync(database, ["export", kind, "--out", path, .. options]));
        // The account and its invitation come before.
        LogEntry entry = (await database.Log.ReadAfterAsync(2, cancellationToken: Cancel)).Single();
        Assert.Equal((Subject.Export, "console", kind), (entry.Subject, entry.Account, entry.Key));
        Assert.Equal(options.Length > 0 ? 0 : null, entry.Committee);
        Assert.StartsWith($$"""{"format":"{{Path.GetExtension(file)[1..]}}","rows":{{kind switch { "figures" => 0, "log" => 2, _ => 1 }}}""", entry.After, StringComparison.Ordinal);
        Assert.DoesNotContain(database.Folder, entry.After, StringComparison.Ordinal);
        var faults = new FaultList();
        SheetRow[] rows = [.. SheetFile.Read(path, faults)];
        Assert.Equal(0, faults.Count);
        if (kind == "log")
        {
            Assert.Equal(["1", "console", "account", "reader"], new[] { 0, 2, 3, 5 }.Select(column => rows[1].Cells[column]));
        }
    }

    public void Dispose()
    {
        _output.Dispose();
        _errors.Dispose();
    }

    private static void Edit(TemporaryDatabase database, string sql)
    {
        using var connection = new SqliteConnection(database.Database.ConnectionString);
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        Assert.NotEqual(0, command.ExecuteNonQuery());
    }

    private Task<int> RunAsync(params string[] args) => RunAsync(temporary, args);

    private Task<int> RunAsync(TemporaryDatabase database, params string[] args)
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Dashboard:Data", database.Folder)]).Build();
        return CommandLine.RunAsync(args, configuration, _output, _errors, TestClock.Shared, Cancel);
    }
}
