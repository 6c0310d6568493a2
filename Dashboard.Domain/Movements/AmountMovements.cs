namespace Dashboard.Domain.Movements;

/// <summary>What committees had of their own, as it was known at a moment.</summary>
/// <param name="Values">By committee and which of several it is; what nobody reported is not there.</param>
/// <param name="IsInside">Whether a committee counted at that moment.</param>
public sealed record AmountsAt(IReadOnlyDictionary<(int Committee, int Which), long> Values, Func<int, bool> IsInside)
{
    /// <summary>All that counted.</summary>
    public long Sum => Values.Where(v => IsInside(v.Key.Committee)).Sum(v => v.Value);
}

/// <summary>Tells what moved a sum of committees' own figures between two moments: new, revised, withdrawn, or moved with the structure.</summary>
public static class AmountMovements
{
    /// <summary>From one moment to another. A figure of 0 that is new or withdrawn moves nothing.</summary>
    public static MovementBalance Between(AmountsAt from, AmountsAt to)
    {
        IEnumerable<(int Committee, int Which)> all = to.Values.Keys.Concat(from.Values.Keys.Where(key => !to.Values.ContainsKey(key)));
        IEnumerable<Movement> movements = all
            .Select(key => Of(key.Committee, Find(from, key), from.IsInside(key.Committee), Find(to, key), to.IsInside(key.Committee)))
            .Where(m => m.Amount != 0);
        Dictionary<int, long> starts = from.Values.Where(v => v.Value != 0 && from.IsInside(v.Key.Committee)).GroupBy(v => v.Key.Committee).ToDictionary(g => g.Key, g => g.Sum(v => v.Value));
        return new MovementBalance(starts, movements);
    }

    private static Movement Of(int committee, long? was, bool counted, long? now, bool counts) => (counted, counts) switch
    {
        (true, true) when was is null => new(committee, MovementKind.Reported, now ?? 0),
        (true, true) when now is null => new(committee, MovementKind.Withdrawn, -(was ?? 0)),
        (true, true) => new(committee, now > was ? MovementKind.RevisedUp : MovementKind.RevisedDown, now!.Value - was!.Value),
        (true, false) => new(committee, now is null ? MovementKind.Withdrawn : MovementKind.MovedOut, -(was ?? 0)),
        (false, true) => new(committee, was is null ? MovementKind.Reported : MovementKind.MovedIn, now ?? 0),
        _ => default,
    };

    private static long? Find(AmountsAt at, (int Committee, int Which) key) => at.Values.TryGetValue(key, out long value) ? value : null;
}
