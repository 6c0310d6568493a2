using Dashboard.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Dashboard.Live;

/// <summary>Ready means that the figures have taken in every entry of the log.</summary>
public sealed class LiveHealth(LiveFigures figures, LogReader log, TimeProvider time) : IHealthCheck
{
    /// <summary>What was committed a moment ago is being taken in, which is no reason to send visitors elsewhere.</summary>
    private static readonly TimeSpan TakingIn = TimeSpan.FromSeconds(2);

    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!figures.Ready.IsCompletedSuccessfully)
        {
            return HealthCheckResult.Unhealthy("The figures are being loaded.");
        }

        long last = await log.LastSequenceAsync(cancellationToken);
        for (long started = time.GetTimestamp(); figures.Now.Sequence < last && time.GetElapsedTime(started) < TakingIn;)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), time, cancellationToken);
        }

        long behind = last - figures.Now.Sequence;
        return behind <= 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"{behind} log entries are not taken in yet.");
    }
}
