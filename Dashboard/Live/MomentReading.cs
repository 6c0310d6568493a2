namespace Dashboard.Live;

/// <summary>How far the log has been read of what a moment needs.</summary>
/// <param name="Read">Entries that have been read.</param>
/// <param name="Of">Entries up to the moment.</param>
public readonly record struct MomentReading(long Read, long Of)
{
    /// <summary>Entries that are still to be read; negative where more has been read than is needed.</summary>
    public long Left => Of - Read;
}
