namespace Dashboard.Domain.Rollups;

/// <summary>
/// One writer at a time and any number of readers, who never make it wait: a reader notes the version, reads, and reads
/// again if the version moved meanwhile. The version is odd while somebody writes.
/// </summary>
internal sealed class Seqlock
{
    private readonly Lock _writing = new();
    private long _version;

    /// <summary>Waits for the other writer, if any, and starts writing until <see cref="Exit"/>.</summary>
    public void Enter()
    {
        _writing.Enter();
        Interlocked.Increment(ref _version);
    }

    public void Exit()
    {
        Volatile.Write(ref _version, _version + 1);
        _writing.Exit();
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
