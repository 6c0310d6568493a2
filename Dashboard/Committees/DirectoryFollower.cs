using System.Collections.Immutable;
using Dashboard.Domain.Committees;
using Dashboard.Live;

namespace Dashboard.Committees;

/// <summary>Keeps the directory as the structure is: closed committees too, under those that carry their figures today.</summary>
public sealed class DirectoryFollower : IHostedService
{
    private readonly CommitteeDirectory _directory;
    private readonly LiveFigures _figures;
    private readonly LocalCalendar _calendar;

    /// <summary>Follows as soon as it is made, before the figures are loaded.</summary>
    public DirectoryFollower(CommitteeDirectory directory, LiveFigures figures, LocalCalendar calendar)
    {
        _directory = directory;
        _figures = figures;
        _calendar = calendar;
        _figures.FrameChanged += Follow;
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken)
    {
        _figures.FrameChanged -= Follow;
        return Task.CompletedTask;
    }

    private void Follow(LiveState state)
    {
        ImmutableArray<int> parents = state.Hierarchy.ParentsNow(_calendar.Today);
        _directory.Replace(state.Hierarchy.Committees.Select((Committee c) => new CommitteeEntry(c.Number, c.Code, c.Name, c.NameEn, parents[c.Number])));
    }
}
