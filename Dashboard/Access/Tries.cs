namespace Dashboard.Access;

/// <summary>
/// How often somebody failed to sign in. Five failures lock; after that each further one does, twice as long each time, up
/// to an hour. So no fifteen minutes let more than ten guesses through, and nobody is locked out for ever.
/// </summary>
/// <param name="Failures">Failures since the last success or lock.</param>
/// <param name="Locks">Locks since the last success.</param>
/// <param name="LockedUntil">Until when nothing is looked at, UTC; null when it was never locked.</param>
public readonly record struct Tries(int Failures, int Locks, DateTime? LockedUntil)
{
    /// <summary>Failures until the first lock.</summary>
    public const int Free = 5;

    /// <summary>The first lock.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);

    /// <summary>No lock is longer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>So long after the last lock it is forgotten: an owner who erred last week is not to pay for it.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    // From here on the doubled lock is longer than the longest.
    private const int MostLocks = 6;

    /// <summary>Whether nothing is looked at now.</summary>
    public bool IsLockedAt(DateTime now) => LockedUntil > now;

    /// <summary>One failure more.</summary>
    public Tries CountAt(DateTime now)
    {
        Tries current = LockedUntil + Memory <= now ? default : this;
        if (current.Locks == 0 && current.Failures + 1 < Free)
        {
            return current with { Failures = current.Failures + 1 };
        }

        return new Tries(0, Math.Min(current.Locks + 1, MostLocks), now + LengthOf(current.Locks));
    }

    /// <summary>Takes back one that was counted and turned out not to be a failure.</summary>
    /// <param name="before">What held before it was counted.</param>
    /// <param name="after">What held when it was.</param>
    public Tries TakeBack(Tries before, Tries after) =>
        this == after ? before : this with { Failures = Math.Max(0, Failures - 1) };

    private static TimeSpan LengthOf(int locks)
    {
        TimeSpan doubled = Shortest * (1 << Math.Min(locks, MostLocks));
        return doubled < Longest ? doubled : Longest;
    }
}
