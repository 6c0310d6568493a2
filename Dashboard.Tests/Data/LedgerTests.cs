using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Tests.Data;

public sealed class LedgerTests(TemporaryDatabase temporary) : IClassFixture<TemporaryDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_write_saves_its_rows_and_its_entries_and_is_acknowledged_after_the_commit()
    {
        WriteReceipt receipt = await SetAsync(temporary.Ledger, "a.one", "1");

        Assert.Equal(1, receipt.Entries);
        Assert.Equal(receipt.LastSequence, await temporary.Log.LastSequenceAsync(Cancel));
        Assert.Equal("1", await ReadAsync("a.one"));
        LogEntry entry = Assert.Single(await temporary.Log.ReadAfterAsync(receipt.LastSequence - 1, cancellationToken: Cancel));
        Assert.Equal(("tester", "a.one", "1", "why"), (entry.Account, entry.Key, entry.After, entry.Reason));
        Assert.Equal(64, entry.Hash.Length);
    }

    [Fact]
    public async Task A_write_that_fails_leaves_nothing_and_the_others_of_its_commit_stand()
    {
        var gate = new TaskCompletionSource();
        Task<WriteReceipt> holding = temporary.Ledger.WriteAsync("tester", (_, _) => gate.Task, cancellationToken: Cancel);
        Task<WriteReceipt> before = SetAsync(temporary.Ledger, "b.before", "1");
        Task<WriteReceipt> failing = temporary.Ledger.WriteAsync("tester", (page, _) =>
        {
            page.Db.Add(new Setting("b.failing", "x"));
            page.Record(Subject.Account, null, "b.failing", null, "x");
            throw new InvalidOperationException("no");
        }, cancellationToken: Cancel);
        Task<WriteReceipt> after = SetAsync(temporary.Ledger, "b.after", "1");
        gate.SetResult();

        await holding;
        Assert.Equal("no", (await Assert.ThrowsAsync<InvalidOperationException>(() => failing)).Message);
        Assert.Equal((await before).LastSequence + 1, (await after).LastSequence);
        Assert.Null(await ReadAsync("b.failing"));
        Assert.Equal("1", await ReadAsync("b.after"));
    }

    [Fact]
    public async Task What_is_committed_is_announced_in_order_and_what_failed_is_not()
    {
        var heard = new List<LogEntry>();
        var last = new TaskCompletionSource();
        void Hear(IReadOnlyList<LogEntry> entries)
        {
            heard.AddRange(entries);
            if (entries[^1].Key == "c.last")
            {
                last.SetResult();
            }
        }

        temporary.Ledger.Committed += Hear;
        Task<WriteReceipt>[] writes = [.. Enumerable.Range(0, 50).Select(i => SetAsync(temporary.Ledger, $"c.{i}", "1", fail: i % 5 == 0))];
        await Task.WhenAll(writes.Select(async w => await Record.ExceptionAsync(() => w)));
        await SetAsync(temporary.Ledger, "c.last", "1");
        await last.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancel);
        temporary.Ledger.Committed -= Hear;

        Assert.Equal(41, heard.Count);
        Assert.Equal(heard.Select(e => e.Sequence).Order(), heard.Select(e => e.Sequence));
        Assert.DoesNotContain(heard, e => e.Key is "c.0" or "c.5");
    }

    [Fact]
    public async Task A_second_writer_on_the_same_file_carries_the_chain_on()
    {
        await using var other = new Ledger(temporary.Database, TestClock.Shared, NullLogger<Ledger>.Instance);
        long start = await temporary.Log.LastSequenceAsync(Cancel);

        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => SetAsync(i % 2 == 0 ? other : temporary.Ledger, $"d.{i}", "1")));

        IReadOnlyList<LogEntry> entries = await temporary.Log.ReadAfterAsync(start, cancellationToken: Cancel);
        Assert.Equal(Enumerable.Range(1, 100).Select(i => start + i), entries.Select(e => e.Sequence));
        Assert.Null(HashChain.Verify(await temporary.Log.ReadAfterAsync(0, int.MaxValue, Cancel)));
    }

    [Fact]
    public async Task A_write_that_is_cancelled_while_it_waits_is_not_done()
    {
        var gate = new TaskCompletionSource();
        using var cancel = new CancellationTokenSource();
        Task<WriteReceipt> holding = temporary.Ledger.WriteAsync("tester", (_, _) => gate.Task, cancellationToken: Cancel);
        Task<WriteReceipt> cancelled = temporary.Ledger.WriteAsync("tester", (page, _) =>
        {
            page.Db.Add(new Setting("e", "1"));
            return Task.CompletedTask;
        }, cancellationToken: cancel.Token);
        await cancel.CancelAsync();
        gate.SetResult();

        await holding;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.Null(await ReadAsync("e"));
    }

    [Fact]
    public async Task Closing_the_ledger_does_what_is_queued_and_refuses_what_comes_later()
    {
        var closing = new Ledger(temporary.Database, TestClock.Shared, NullLogger<Ledger>.Instance);
        Task<WriteReceipt>[] queued = [.. Enumerable.Range(0, 20).Select(i => SetAsync(closing, $"f.{i}", "1"))];
        await closing.DisposeAsync();

        Assert.All(await Task.WhenAll(queued), receipt => Assert.Equal(1, receipt.Entries));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => SetAsync(closing, "f.late", "1"));
    }

    [Fact]
    public async Task A_large_write_is_announced_whole_and_in_order()
    {
        const int Many = LogAppender.MostKept + 7;
        var heard = new List<long>();
        var last = new TaskCompletionSource();
        void Hear(IReadOnlyList<LogEntry> entries)
        {
            heard.AddRange(entries.Select(e => e.Sequence));
            if (entries[^1].Key == $"{Many}")
            {
                last.SetResult();
            }
        }

        temporary.Ledger.Committed += Hear;
        WriteReceipt receipt = await temporary.Ledger.WriteAsync("tester", (page, _) =>
        {
            for (int i = 1; i <= Many; i++)
            {
                page.Record(Subject.Account, null, $"{i}", null, "1");
            }

            return Task.CompletedTask;
        }, cancellationToken: Cancel);
        await last.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancel);
        temporary.Ledger.Committed -= Hear;

        Assert.Equal(Enumerable.Range(0, Many).Select(i => receipt.LastSequence - Many + 1 + i), heard);
    }

    private static Task<WriteReceipt> SetAsync(Ledger ledger, string key, string value, bool fail = false) =>
        ledger.WriteAsync("tester", (page, _) =>
        {
            page.Db.Add(new Setting(key, value));
            page.Record(Subject.Account, null, key, null, value);
            return fail ? throw new InvalidOperationException() : Task.CompletedTask;
        }, "why", Cancel);

    private async Task<string?> ReadAsync(string key)
    {
        await using DashboardDb db = temporary.Database.CreateDbContext();
        return await db.Settings.Where(s => s.Key == key).Select(s => s.Value).FirstOrDefaultAsync(Cancel);
    }
}
