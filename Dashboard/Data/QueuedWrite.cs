namespace Dashboard.Data;

/// <summary>A write that waits its turn in the ledger, and whoever waits for its receipt.</summary>
internal sealed class QueuedWrite(string account, string? reason, Func<LedgerPage, CancellationToken, Task> work, CancellationToken cancellationToken)
{
    private readonly TaskCompletionSource<WriteReceipt> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<WriteReceipt> Done => _done.Task;

    public bool IsFailed { get; private set; }

    public WriteReceipt Receipt { get; private set; }

    /// <summary>Does the work in a savepoint of its own: when it fails, nothing of it stays.</summary>
    public async Task WorkAsync(DashboardDb db, LogAppender log)
    {
        LogAppender.Mark before = log.Here();
        await db.Database.CurrentTransaction!.CreateSavepointAsync("write", CancellationToken.None);
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            await work(new LedgerPage(db, log, account, reason), cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            Receipt = new WriteReceipt(log.LastSequence, checked((int)(log.LastSequence - before.Sequence)));
        }
        catch (Exception exception)
        {
            await db.Database.CurrentTransaction!.RollbackToSavepointAsync("write", CancellationToken.None);
            log.Return(before);
            Fail(exception);
        }

        db.ChangeTracker.Clear();
        await db.Database.CurrentTransaction!.ReleaseSavepointAsync("write", CancellationToken.None);
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
