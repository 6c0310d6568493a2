using System.Collections.Concurrent;

namespace Dashboard.Screens;

/// <summary>
/// Counts codes that led to no screen, by account and by address: whoever missed too often is not told for a while whether
/// a code is one. A code lives shorter than the count.
/// </summary>
public sealed class MissedCodes(TimeProvider time)
{
    /// <summary>How long a miss is counted.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>Misses of one account after which it has to wait.</summary>
    public const int MostOfAccount = 10;

    /// <summary>Misses from one address after which it has to wait: an office may be behind it.</summary>
    public const int MostOfAddress = 40;

    private const int MostKept = 10_000;

    private readonly ConcurrentDictionary<string, DateTime[]> _misses = new(StringComparer.Ordinal);

    /// <summary>Whether the account or the address has to wait.</summary>
    public bool MustWait(string account, string address) => Count($"a {account}") >= MostOfAccount || Count($"n {Neighbours.Of(address)}") >= MostOfAddress;

    /// <summary>Counts one.</summary>
    public void Note(string account, string address)
    {
        foreach (string key in new[] { $"a {account}", $"n {Neighbours.Of(address)}" })
        {
            _misses.AddOrUpdate(key, _ => [Now], (_, before) => [.. before.Where(IsCounted), Now]);
        }

        if (_misses.Count > MostKept)
        {
            foreach (string key in _misses.Where(m => !m.Value.Any(IsCounted)).Select(m => m.Key))
            {
                _misses.TryRemove(key, out _);
            }
        }
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private int Count(string key) => _misses.TryGetValue(key, out DateTime[]? misses) ? misses.Count(IsCounted) : 0;

    private bool IsCounted(DateTime miss) => miss > Now - Window;
}
