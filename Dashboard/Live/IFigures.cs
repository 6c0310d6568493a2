using Dashboard.Domain.Rollups;

namespace Dashboard.Live;

/// <summary>Figures, registers and structure as they are known: now (<see cref="LiveFigures"/>), or as they were at a moment (<see cref="PastFigures"/>).</summary>
public interface IFigures
{
    /// <summary>What holds, but for the figures; one moment, however long it is kept.</summary>
    public LiveState Now { get; }

    /// <summary>The calendar day where the committees are.</summary>
    public DateOnly Today { get; }

    /// <summary>Who stated anything for which period.</summary>
    public StatedPeriods Stated { get; }

    /// <summary>
    /// Number of the last log entry that changed a figure of a committee or of one below it, in either structure; it may be too high. What
    /// was read of the committee in a state of that number or a later one is what would be read now, as long as the structure is the same.
    /// </summary>
    public long ChangedAt(int committee);

    /// <summary>Reads many numbers of one moment; <paramref name="read"/> may run more than once.</summary>
    /// <exception cref="InvalidOperationException">Still loading.</exception>
    public T Read<T>(Func<CubeReader, T> read);
}
