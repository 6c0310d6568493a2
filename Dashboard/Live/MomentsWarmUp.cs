using Dashboard.Data;

namespace Dashboard.Live;

/// <summary>
/// Reads a long log for <see cref="Moments"/> soon after the start, so that the first question about a moment does not wait for it:
/// a page at a time, resting as long as each took, and out of the way of whoever asks meanwhile.
/// </summary>
internal sealed class MomentsWarmUp(LiveFigures live, Moments moments, LogReader log, TimeProvider time) : BackgroundService
{
    /// <summary>A log with fewer entries is read within the time that a page may take.</summary>
    public long WorthIt { get; init; } = 100_000;

    /// <summary>The pages that come back right after a start go first.</summary>
    public TimeSpan AfterStart { get; init; } = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await live.Ready.WaitAsync(stoppingToken);
        if (await log.LastSequenceAsync(stoppingToken) < WorthIt)
        {
            return;
        }

        await Task.Delay(AfterStart, time, stoppingToken);
        long begun = time.GetTimestamp();
        while (await moments.ReadOnAsync(stoppingToken))
        {
            await Task.Delay(time.GetElapsedTime(begun), time, stoppingToken);
            begun = time.GetTimestamp();
        }
    }
}
