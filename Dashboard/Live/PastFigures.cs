using Dashboard.Domain.Rollups;

namespace Dashboard.Live;

/// <summary>What was known at a moment. It never changes.</summary>
/// <param name="cube">The figures of the moment.</param>
/// <param name="now">All else of the moment.</param>
/// <param name="today">The moment's day where the committees are.</param>
/// <param name="stated">Who had stated anything by then.</param>
public sealed class PastFigures(FigureCube cube, LiveState now, DateOnly today, StatedPeriods stated) : IFigures
{
    /// <inheritdoc />
    public LiveState Now => now;

    /// <inheritdoc />
    public DateOnly Today => today;

    /// <inheritdoc />
    public StatedPeriods Stated => stated;

    /// <inheritdoc />
    public T Read<T>(Func<CubeReader, T> read) => cube.Read(read);
}
