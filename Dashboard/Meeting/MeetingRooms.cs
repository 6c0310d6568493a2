using System.Globalization;
using Dashboard.Live;
using Dashboard.Overview;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Meeting;

/// <summary>The meetings that are being watched, one for each committee. One that nobody watches any more is kept for a while, so that those who come back find it where they left it.</summary>
internal sealed class MeetingRooms(MeetingReader reader, ChangeFeed feed, TimeProvider time, ILogger<MeetingRoom> logger, IServiceProvider services) : IHostedService, IDisposable
{
    /// <summary>How long one without watchers is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    /// <summary>How often those who watch are told that the connection lives.</summary>
    public static readonly TimeSpan Pulse = TimeSpan.FromSeconds(15);

    private readonly Lock _gate = new();
    private readonly Dictionary<int, Open> _rooms = [];
    private ITimer? _pulse;

    /// <summary>How many meetings are being watched or kept.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _rooms.Count;
            }
        }
    }

    /// <summary>How many watch, at all meetings together.</summary>
    public int Watching => All().Sum(room => room.Count);

    /// <summary>The meeting of a committee, if it is being watched.</summary>
    public MeetingRoom? Find(int committee)
    {
        lock (_gate)
        {
            return _rooms.GetValueOrDefault(committee)?.Room;
        }
    }

    /// <summary>Somebody comes in, as the first perhaps.</summary>
    public async Task<MeetingRoom> EnterAsync(int committee, RoomFace face, CultureInfo culture, RoomSocket socket)
    {
        Open? open;
        lock (_gate)
        {
            if (!_rooms.TryGetValue(committee, out open))
            {
                _rooms.Add(committee, open = new Open(new MeetingRoom(reader, feed, time, () => new BlockRenderer(Assets), logger, committee)));
            }

            open.Watchers++;
            open.Ends?.Dispose();
            open.Ends = null;
        }

        await open.Room.EnterAsync(face, culture, socket);
        return open.Room;
    }

    /// <summary>Somebody leaves.</summary>
    public void Leave(int committee, RoomFace face, CultureInfo culture, RoomSocket socket)
    {
        lock (_gate)
        {
            if (_rooms.TryGetValue(committee, out Open? open))
            {
                open.Room.Leave(face, culture, socket);
                if (--open.Watchers == 0)
                {
                    open.Ends = time.CreateTimer(_ => End(committee, open), null, Kept, Timeout.InfiniteTimeSpan);
                }
            }
        }
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _pulse = time.CreateTimer(_ => Array.ForEach(All(), room => room.Beat()), null, Pulse, Pulse);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public void Dispose()
    {
        _pulse?.Dispose();
        lock (_gate)
        {
            foreach (Open open in _rooms.Values)
            {
                open.Ends?.Dispose();
                open.Room.Dispose();
            }

            _rooms.Clear();
        }
    }

    // Where the pages have them from; there are none in an application without pages.
    private ResourceAssetCollection Assets => services.GetRequiredService<EndpointDataSource>().Endpoints
        .Select(endpoint => endpoint.Metadata.GetMetadata<ResourceAssetCollection>()).FirstOrDefault(assets => assets is not null) ?? ResourceAssetCollection.Empty;

    private void End(int committee, Open open)
    {
        lock (_gate)
        {
            if (open.Watchers == 0 && open.Ends is not null && _rooms.Remove(committee))
            {
                open.Ends.Dispose();
                open.Room.Dispose();
            }
        }
    }

    private MeetingRoom[] All()
    {
        lock (_gate)
        {
            return [.. _rooms.Values.Select(open => open.Room)];
        }
    }

    private sealed class Open(MeetingRoom room)
    {
        public MeetingRoom Room => room;

        public int Watchers { get; set; }

        public ITimer? Ends { get; set; }
    }
}
