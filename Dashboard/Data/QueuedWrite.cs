using Microsoft.EntityFrameworkCore.Storage;

namespace Dashboard.Data;

/// <summary>A write that waits its turn in the ledger, and whoever waits for its receipt.</summary>
internal sealed class QueuedWrite(string account, string? reason, Func<LedgerPage, CancellationToken, Task> work, CancellationToken cancellationToken)
{
    private readonly TaskCompletionSource<WriteReceipt> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<WriteReceipt> Done => _done.Task;

    public bool IsFailed { get; private set; }

    public WriteReceipt Receipt { get; private set; }

    /// <summary>Does the work; when it fails, nothing of it stays in the transaction's log.</summary>
    /// <param name="db">The database, in a transaction.</param>
    /// <param name="log">The transaction's log.</param>
    /// <param name="shelf">What is kept from one write to the next.</param>
    /// <param name="isAlone">Nothing else is in the transaction, which is given up with the work. Otherwise it gets a savepoint of its own.</param>
    public async Task WorkAsync(DashboardDb db, LogAppender log, LedgerShelf shelf, bool isAlone)
    {
        LogAppender.Mark before = log.Here();
        IDbContextTransaction transaction = db.Database.CurrentTransaction!;
        await (isAlone ? Task.CompletedTask : transaction.CreateSavepointAsync("write", CancellationToken.None));
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            await work(new LedgerPage(db, log, shelf, account, reason), cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            Receipt = new WriteReceipt(log.LastSequence, checked((int)(log.LastSequence - before.Sequence)));
        }
        catch (Exception exception)
        {
            await (isAlone ? Task.CompletedTask : transaction.RollbackToSavepointAsync("write", CancellationToken.None));
            log.Return(before);
            shelf.Indicators.Forget();
            Fail(exception);
        }

        db.ChangeTracker.Clear();
        await (isAlone ? Task.CompletedTask : transaction.ReleaseSavepointAsync("write", CancellationToken.None));
    }

    public void Acknowledge() => _done.TrySetResult(Receipt);

    public void Fail(Exception exception)
    {
        IsFailed = true;
        if (exception is OperationCanceledException && cancellationToken.IsCancellationRequested)
        {
            _done.TrySetCanceled(cancellationToken);
        }
        else
        {
            _done.TrySetException(exception);
        }
    }
}
