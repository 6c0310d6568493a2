using Dashboard.Domain.Changes;

namespace Dashboard.Data;

/// <summary>
/// Anchors the end of the change log while the server runs: at start, once a day, after every
/// <see cref="EntriesBetween"/> entries and when the server stops. At start it looks whether the last anchor still holds.
/// </summary>
public sealed partial class AnchorKeeper(LogSearch log, Ledger ledger, SqliteDatabase database, DatabaseSettings settings, TimeProvider time, ILogger<AnchorKeeper> logger) : BackgroundService
{
    /// <summary>After so many entries the log is anchored before the day is over.</summary>
    public const int EntriesBetween = 10_000;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly AnchorFile _file = AnchorFile.In(settings.Folder);
    private readonly SemaphoreSlim _isDue = new(0);
    private long _since;
    private bool _hasStopped;

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // A host may be told to stop more than once; the data may be gone by then.
        if (!Interlocked.Exchange(ref _hasStopped, true))
        {
            // Done however long the others took to stop: it is short, and nobody does it later.
            await AnchorAsync(CancellationToken.None);
            await CheckpointAsync(CancellationToken.None);
        }
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        base.Dispose();
        _isDue.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        ledger.Committed += Count;
        try
        {
            await CheckLastAsync(stoppingToken);
            while (true)
            {
                await AnchorAsync(stoppingToken);
                await WaitAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops; the last anchor follows.
        }
        finally
        {
            ledger.Committed -= Count;
        }
    }

    private void Count(IReadOnlyList<LogEntry> entries)
    {
        _since += entries.Count;
        if (_since >= EntriesBetween && _isDue.CurrentCount == 0)
        {
            _since = 0;
            _isDue.Release();
        }
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        using var day = new CancellationTokenSource(Day, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(day.Token, cancellationToken);
        try
        {
            await _isDue.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // A day has gone by.
            await CheckpointAsync(cancellationToken);
        }
    }

    /// <summary>A file that cannot be written must not stop the server; it is told where faults are told.</summary>
    private async Task AnchorAsync(CancellationToken cancellationToken)
    {
        try
        {
            LogHead head = await log.HeadAsync(cancellationToken);
            if (_file.Read(out _) is not [.., { } last] || last.Sequence != head.Sequence || !last.Agrees(head.Hash))
            {
                _file.Append(head, time.GetUtcNow().UtcDateTime);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or System.Data.Common.DbException)
        {
            LogAnchorFailed(_file.Path, exception);
        }
    }

    /// <summary>What was deleted must not stay in the write-ahead log either.</summary>
    private async Task CheckpointAsync(CancellationToken cancellationToken)
    {
        try
        {
            await database.CheckpointAsync(cancellationToken);
        }
        catch (System.Data.Common.DbException exception)
        {
            LogCheckpointFailed(exception);
        }
    }

    private async Task CheckLastAsync(CancellationToken cancellationToken)
    {
        if (_file.Read(out _) is [.., { } last] && (await log.HashOfAsync(last.Sequence, cancellationToken) is not { } hash || !last.Agrees(hash)))
        {
            LogCutOff(last.Sequence, last.Source, (await log.HeadAsync(cancellationToken)).Sequence);
        }
    }

    [LoggerMessage(LogLevel.Error, "The change log cannot be anchored in {File}.")]
    private partial void LogAnchorFailed(string file, Exception exception);

    [LoggerMessage(LogLevel.Warning, "The write-ahead log could not be emptied; that is tried again in a day.")]
    private partial void LogCheckpointFailed(Exception exception);

    [LoggerMessage(LogLevel.Critical, "The change log does not hold entry {Sequence} as anchored ({Source}); it ends at {Last}. Run “verify”.")]
    private partial void LogCutOff(long sequence, string source, long last);
}
