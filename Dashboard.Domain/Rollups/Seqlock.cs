namespace Dashboard.Domain.Rollups;

/// <summary>
/// One writer at a time and any number of readers, who never make it wait: a reader notes the version, reads, and reads
/// again if the version moved meanwhile. The version is odd while somebody writes.
/// </summary>
internal sealed class Seqlock
{
    private readonly Lock _writing = new();
    private long _version;

    public T Write<T>(Func<T> write)
    {
        lock (_writing)
        {
            Interlocked.Increment(ref _version);
            try
            {
                return write();
            }
            finally
            {
                Interlocked.Increment(ref _version);
            }
        }
    }

    /// <summary>Waits until nobody writes; returns the version to give to <see cref="HasHeld"/>.</summary>
    public long Begin()
    {
        long version = Volatile.Read(ref _version);
        if ((version & 1) == 0)
        {
            return version;
        }

        var wait = new SpinWait();
        while ((version & 1) != 0)
        {
            wait.SpinOnce();
            version = Volatile.Read(ref _version);
        }

        return version;
    }

    /// <summary>Whether nothing was written since <see cref="Begin"/> gave <paramref name="version"/>.</summary>
    public bool HasHeld(long version)
    {
        Volatile.ReadBarrier();
        return Volatile.Read(ref _version) == version;
    }
}
