using Dashboard.Domain.Rollups;
using Dashboard.Live;

namespace Dashboard.Tests.Meeting;

/// <summary>A moment of which only the state is known.</summary>
internal sealed class StillFigures(LiveState state, DateOnly today) : IFigures
{
    public LiveState Now => state;

    public DateOnly Today => today;

    public StatedPeriods Stated { get; } = new();

    public long ChangedAt(int committee) => state.Sequence;

    public T Read<T>(Func<CubeReader, T> read) => throw new NotSupportedException("It has no figures.");
}
