using System.Threading.Channels;
using Dashboard.Domain;
using Dashboard.Domain.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Dashboard.Data;

/// <summary>
/// The one place that writes. Writes queue up and are done one after the other; those that wait together share a
/// transaction, each in a savepoint of its own, and so share the flush to the disk. A write is acknowledged after the
/// commit, and announced after the acknowledgement; what is not committed is neither.
/// </summary>
public sealed partial class Ledger : IAsyncDisposable
{
    private const int MostInOneCommit = 256;
    private const long MostToKeep = 1_000;

    private readonly Channel<QueuedWrite> _queue = Channel.CreateUnbounded<QueuedWrite>(new() { SingleReader = true });
    private readonly IDbContextFactory<DashboardDb> _databases;
    private readonly LogReader _log;
    private readonly TimeProvider _time;
    private readonly ILogger<Ledger> _logger;
    private readonly LedgerShelf _shelf = new(new(), new());
    private readonly Task _writing;
    private DashboardDb? _db;

    /// <summary>The ledger of a database. One in a process; writers of other processes are waited for.</summary>
    public Ledger(IDbContextFactory<DashboardDb> databases, TimeProvider time, ILogger<Ledger> logger)
    {
        _databases = databases;
        _log = new LogReader(databases);
        _time = time;
        _logger = logger;
        _writing = Task.Run(WriteQueuedAsync);
    }

    /// <summary>
    /// Log entries that were just committed, in order of their sequence numbers, from the ledger's own thread: a handler only takes
    /// note. A large transaction comes in several parts.
    /// </summary>
    public event Action<IReadOnlyList<LogEntry>>? Committed;

    /// <summary>
    /// Does <paramref name="work"/> in the writing transaction and returns when it is on the disk. When the work throws, nothing of
    /// it stays and its exception comes back here. The work must not write through the ledger itself, it would wait for its own end.
    /// </summary>
    /// <param name="account">Name of the account that writes.</param>
    /// <param name="work">Checks, changes rows and records each change.</param>
    /// <param name="reason">Why, where it is asked for.</param>
    /// <param name="cancellationToken">Takes the write back as long as its work is not done.</param>
    /// <exception cref="ObjectDisposedException">The ledger is closed.</exception>
    /// <exception cref="BrokenRuleException">The reason is too long or names a person (<c>text.tooLong</c>, <c>text.personal</c>).</exception>
    public Task<WriteReceipt> WriteAsync(string account, Func<LedgerPage, CancellationToken, Task> work, string? reason = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(account);
        FreeText.Check(reason, FreeText.LongestReason, TextField.Reason);
        var write = new QueuedWrite(account, reason, work, cancellationToken);
        ObjectDisposedException.ThrowIf(!_queue.Writer.TryWrite(write), this);
        return write.Done;
    }

    /// <summary>Does what is queued, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writing;
        await CloseAsync();
    }

    private async Task WriteQueuedAsync()
    {
        while (await _queue.Reader.WaitToReadAsync())
        {
            var together = new List<QueuedWrite>();
            while (together.Count < MostInOneCommit && _queue.Reader.TryRead(out QueuedWrite? write))
            {
                together.Add(write);
            }

            try
            {
                if (await WriteTogetherAsync(together) > MostToKeep)
                {
                    await CloseAsync();
                }
            }
            catch (Exception exception)
            {
                together.ForEach(write => write.Fail(exception));
                await CloseAsync();
            }
        }
    }

    // Kept from one write to the next, with its connection: to open one and to set it up costs as much as a small write. It is
    // empty in between (each write leaves it so) and is given up when anything went wrong with it, or after a large write, for
    // which it has taken more memory than it gives back.
    private async Task<DashboardDb> OpenAsync()
    {
        if (_db is null)
        {
            DashboardDb db = await _databases.CreateDbContextAsync();
            db.Database.AutoSavepointsEnabled = false;
            _db = db;
            await db.Database.OpenConnectionAsync();
        }

        return _db;
    }

    private async Task CloseAsync()
    {
        if (_db is { } db)
        {
            _db = null;
            _shelf.Forget();
            await db.DisposeAsync();
        }
    }

    /// <returns>How many entries it wrote.</returns>
    private async Task<long> WriteTogetherAsync(List<QueuedWrite> together)
    {
        DashboardDb db = await OpenAsync();
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync();
        _shelf.Commands.Begin(db.Database.GetDbConnection(), transaction.GetDbTransaction());
        var log = new LogAppender(_shelf.Commands, _time.GetUtcNow().UtcDateTime);
        _shelf.Indicators.Begin(log.End);
        foreach (QueuedWrite write in together)
        {
            await write.WorkAsync(db, log, _shelf, together.Count == 1);
        }

        if (together.TrueForAll(write => write.IsFailed))
        {
            return 0;
        }

        await transaction.CommitAsync();
        _shelf.Indicators.End(log.End);
        foreach (QueuedWrite write in together.Where(w => !w.IsFailed))
        {
            write.Acknowledge();
        }

        await AnnounceAsync(log);
        return log.LastSequence - log.FirstSequence + 1;
    }

    private async Task AnnounceAsync(LogAppender log)
    {
        if (Committed is null || log.LastSequence < log.FirstSequence)
        {
            return;
        }

        if (!log.HasOverflowed)
        {
            Announce(log.Kept);
            return;
        }

        // Another process may have added entries after ours; announcing those as well does no harm.
        await foreach (IReadOnlyList<LogEntry> page in _log.ReadAllAfterAsync(log.FirstSequence - 1))
        {
            Announce(page);
        }
    }

    private void Announce(IReadOnlyList<LogEntry> entries)
    {
        foreach (Action<IReadOnlyList<LogEntry>> handler in Committed?.GetInvocationList().Cast<Action<IReadOnlyList<LogEntry>>>() ?? [])
        {
            try
            {
                handler(entries);
            }
            catch (Exception exception)
            {
                LogAnnouncementFailed(_logger, entries[^1].Sequence, exception);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Somebody who was told of the changes up to {Sequence} failed; the changes stand.")]
    private static partial void LogAnnouncementFailed(ILogger logger, long sequence, Exception exception);
}
