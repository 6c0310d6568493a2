using System.Text;
using Dashboard.Data;
using Dashboard.Domain.Complaints;
using Dashboard.Tests.Testing;
using Microsoft.Data.Sqlite;

namespace Dashboard.Tests.Data;

/// <summary>What is deleted is gone from the file, its write-ahead log and a backup, not only from the tables.</summary>
public sealed class NothingLeftTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_deleted_is_in_no_free_page_nor_in_the_write_ahead_log_nor_in_a_backup()
    {
        await using var database = new TemporaryDatabase();
        await database.InitializeAsync();
        string canary = await PutAndRemoveAsync(database);
        // Before the checkpoint it may lie in the write-ahead log; a server empties that once a day and when it stops.
        await database.Database.CheckpointAsync(Cancel);
        Assert.Empty(FilesWith(database.Folder, canary));
        string backup = Path.Combine(database.Folder, "backup.db");
        await database.Database.BackUpAsync(backup, Cancel);
        Assert.Empty(FilesWith(database.Folder, canary));
    }

    [Fact]
    public async Task Without_overwriting_it_would_be_found()
    {
        await using var database = new TemporaryDatabase();
        await database.InitializeAsync();
        string canary = Guid.NewGuid().ToString("N");
        await using (var connection = new SqliteConnection(database.Database.ConnectionString + ";Pooling=False"))
        {
            await connection.OpenAsync(Cancel);
            foreach (string sql in new[] { "PRAGMA secure_delete = OFF", $"INSERT INTO Settings VALUES ('{canary}', '{canary}')", $"DELETE FROM Settings WHERE Key = '{canary}'" })
            {
                await using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The test's own text.
                command.CommandText = sql;
#pragma warning restore CA2100
                await command.ExecuteNonQueryAsync(Cancel);
            }
        }

        await database.Database.CheckpointAsync(Cancel);
        Assert.NotEmpty(FilesWith(database.Folder, canary));
    }

    /// <summary>What was put in the place of something longer leaves nothing of it either.</summary>
    [Fact]
    public async Task What_is_replaced_leaves_nothing()
    {
        await using var database = new TemporaryDatabase();
        await database.InitializeAsync();
        string canary = string.Concat(Enumerable.Repeat(Guid.NewGuid().ToString("N"), 200));
        await WriteAsync(database, db => db.Settings.Add(new Setting("k", canary)));
        await WriteAsync(database, db => db.Settings.Update(new Setting("k", "short")));
        await database.Database.CheckpointAsync(Cancel);
        Assert.Empty(FilesWith(database.Folder, canary[..32]));
    }

    /// <summary>R25, as far as our complaints go: whoever enters one leaves a name of an account in the log, and nothing else.</summary>
    [Fact]
    public async Task Of_who_asked_for_a_complaint_or_brought_it_nothing_is_kept_anywhere()
    {
        string folder = Directory.CreateTempSubdirectory("dashboard-complaint-").FullName;
        string canary = "canary" + Guid.NewGuid().ToString("N");
        try
        {
            string log = await EnterComplaintsAsync(folder, canary);
            string backup = Path.Combine(folder, "backup.db");
            var database = new SqliteDatabase($"Data Source={Path.Combine(folder, "dashboard.db")};Pooling=False");
            await database.BackUpAsync(backup, Cancel);
            Assert.Contains("2026/9042", Encoding.UTF8.GetString(await File.ReadAllBytesAsync(backup, Cancel)), StringComparison.Ordinal);
            foreach (string trace in new[] { canary, "127.0.0.77" })
            {
                Assert.Empty(FilesWith(folder, trace));
                Assert.DoesNotContain(trace, log, StringComparison.Ordinal);
            }
        }
        finally
        {
            await Folders.DeleteAsync(folder);
        }
    }

    /// <summary>A visitor from an address of its own looks at pages while complaints are entered in every way there is.</summary>
    private static async Task<string> EnterComplaintsAsync(string folder, string canary)
    {
        await using var app = new DashboardApp(folder) { Everything = new() };
        await app.StartAsync();
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, ConnectCallback = FromOtherAddressAsync };
        using var visitor = new HttpClient(handler) { BaseAddress = app.Address };
        visitor.DefaultRequestHeaders.UserAgent.ParseAdd(canary);
        visitor.DefaultRequestHeaders.Add("X-Forwarded-For", "127.0.0.77");
        int committee = app.Figures.Now.Hierarchy.NumberOf("HU-MAU-01");
        var register = (ComplaintRegister)app.Services.GetService(typeof(ComplaintRegister))!;
        var complaint = new Complaint { Committee = committee, Reference = "2026/9042", Kind = ComplaintKind.Denunciation, Category = "other", ReceivedOn = new(2026, 11, 20), DueOn = new(2026, 12, 20) };
        await register.RegisterAsync("officer", [complaint], cancellationToken: Cancel);
        foreach (string path in new[] { "/", "/sign-in", "/c/HU-MAU-01", "/admin/log", "/api/v1/committees/HU-MAU-01" })
        {
            using HttpResponseMessage answer = await visitor.GetAsync(path, Cancel);
        }

        await app.Figures.CatchUpAsync(Cancel);
        complaint = app.Figures.Now.Complaints.Values.Single(c => c.Reference == "2026/9042");
        await register.RestateAsync("officer", complaint with { AcceptedOn = new(2026, 11, 21) }, cancellationToken: Cancel);
        await register.ResolveAsync("officer", complaint.Id, new(2026, 11, 23), ComplaintOutcome.NotUpheld, cancellationToken: Cancel);
        return string.Join('\n', app.Everything!.Lines);
    }

    private static async ValueTask<Stream> FromOtherAddressAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.InterNetwork, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
        socket.Bind(new System.Net.IPEndPoint(System.Net.IPAddress.Parse("127.0.0.77"), 0));
        await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
        return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
    }

    private static async Task<string> PutAndRemoveAsync(TemporaryDatabase database)
    {
        string canary = Guid.NewGuid().ToString("N");
        var small = new Setting(canary, canary);
        var large = new Setting(canary + "large", string.Concat(Enumerable.Repeat(canary, 1_000)));
        await WriteAsync(database, db => db.Settings.AddRange(small, large));
        Assert.NotEmpty(FilesWith(database.Folder, canary));
        await WriteAsync(database, db => db.Settings.RemoveRange(small, large));
        return canary;
    }

    private static Task<WriteReceipt> WriteAsync(TemporaryDatabase database, Action<DashboardDb> change) => database.Ledger.WriteAsync(
        "test",
        (page, _) =>
        {
            change(page.Db);
            return Task.CompletedTask;
        },
        null,
        Cancel);

    private static string[] FilesWith(string folder, string text)
    {
        byte[] wanted = Encoding.UTF8.GetBytes(text);
        return [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(path => Read(path).AsSpan().IndexOf(wanted) >= 0)];
    }

    private static byte[] Read(string path)
    {
        // The server under test has it open.
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        byte[] bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
