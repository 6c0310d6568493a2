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

    /// <summary>Reads many numbers of one moment; <paramref name="read"/> may run more than once.</summary>
    /// <exception cref="InvalidOperationException">Still loading.</exception>
    public T Read<T>(Func<CubeReader, T> read);
}
