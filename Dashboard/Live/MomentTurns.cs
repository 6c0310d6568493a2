using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using Dashboard.Guard;

namespace Dashboard.Live;

/// <summary>
/// Whose turn it is to have a moment put together: so many at a time for one account, and so many in all. Whoever asks for dozens
/// waits behind their own, and has the place of nobody else.
/// </summary>
internal sealed class MomentTurns(Limits limits) : IDisposable
{
    // One for each account that ever asked. The platform's partitions would look after themselves ten times a second, also while nobody asks.
    private readonly ConcurrentDictionary<string, ConcurrencyLimiter> _ofOne = new(StringComparer.Ordinal);

    private readonly ConcurrencyLimiter _ofAll = new(AtOnce(limits.Moments));

    /// <summary>Waits for a turn, which ends when it is disposed of.</summary>
    /// <param name="asker">The account; null for what the product itself asks for.</param>
    /// <param name="cancellationToken">Gives the place up.</param>
    public async Task<IDisposable> TakeAsync(string? asker, CancellationToken cancellationToken)
    {
        RateLimitLease? own = asker is null ? null : await _ofOne.GetOrAdd(asker, _ => new(AtOnce(limits.MomentsPerAccount))).AcquireAsync(1, cancellationToken);
        try
        {
            return new Turn(own, await _ofAll.AcquireAsync(1, cancellationToken));
        }
        catch
        {
            own?.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (ConcurrencyLimiter one in _ofOne.Values)
        {
            one.Dispose();
        }

        _ofAll.Dispose();
    }

    // Nobody is refused: whoever waits is a request or a page, which are counted where they come in.
    private static ConcurrencyLimiterOptions AtOnce(int most) => new() { PermitLimit = most, QueueLimit = int.MaxValue, QueueProcessingOrder = QueueProcessingOrder.OldestFirst };

    private sealed class Turn(RateLimitLease? own, RateLimitLease common) : IDisposable
    {
        public void Dispose()
        {
            common.Dispose();
            own?.Dispose();
        }
    }
}
