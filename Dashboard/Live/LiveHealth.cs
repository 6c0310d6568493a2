using Dashboard.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Dashboard.Live;

/// <summary>Ready means that the figures have taken in every entry of the log.</summary>
public sealed class LiveHealth(LiveFigures figures, LogReader log) : IHealthCheck
{
    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!figures.Ready.IsCompletedSuccessfully)
        {
            return HealthCheckResult.Unhealthy("The figures are being loaded.");
        }

        long behind = await log.LastSequenceAsync(cancellationToken) - figures.Now.Sequence;
        return behind <= 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"{behind} log entries are not taken in yet.");
    }
}
