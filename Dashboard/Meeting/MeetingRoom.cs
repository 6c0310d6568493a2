using System.Globalization;
using Dashboard.Domain.Meetings;
using Dashboard.Live;
using Dashboard.Overview;

namespace Dashboard.Meeting;

/// <summary>
/// The meeting of one committee while anybody watches it: where it stands, who watches, and the clock that takes it to the
/// next scene. What changes, by the figures or by a remote, is drawn once for each language and sent to all at once: to the
/// screens first, and what the figures change to the remotes a moment later, since the room looks at the wall.
/// </summary>
public sealed partial class MeetingRoom : IDisposable
{
    /// <summary>How long a change of figures waits before remotes are told: what a thousand screens are sent is on its way by then.</summary>
    public static readonly TimeSpan RemotesLater = TimeSpan.FromMilliseconds(100);

    private readonly MeetingReader _reader;
    private readonly Func<BlockRenderer> _renderer;
    private readonly int _committee;
    private readonly ILogger _logger;
    private readonly IDisposable _subscription;
    private readonly ITimer _clock;
    private readonly ITimer _remotes;
    private readonly Lock _gate = new();
    private readonly Lock _drawing = new();
    private readonly Dictionary<(RoomFace, string), RoomAudience> _audiences = [];
    private readonly SemaphoreSlim _following = new(1, 1);
    private Presentation _stand = new();
    private volatile MeetingGround? _ground;

    internal MeetingRoom(MeetingReader reader, ChangeFeed feed, TimeProvider time, Func<BlockRenderer> renderer, ILogger logger, int committee)
    {
        (_reader, _renderer, _logger, _committee) = (reader, renderer, logger, committee);
        _clock = Timer(time, () => Move(stand => stand.Forward()));
        _remotes = Timer(time, () => Draw(RoomFace.Remote));
        _subscription = feed.Subscribe(committee, HearAsync);
    }

    /// <summary>Where it stands.</summary>
    public Presentation Stand
    {
        get
        {
            lock (_gate)
            {
                return _stand;
            }
        }
    }

    /// <summary>The meeting that goes on; null where nobody has opened one.</summary>
    public CommitteeMeeting? Meeting => _ground?.Meeting;

    /// <summary>How many watch.</summary>
    public int Count => All().Sum(audience => audience.Count);

    /// <summary>Somebody comes in.</summary>
    internal async Task EnterAsync(RoomFace face, CultureInfo culture, RoomSocket socket)
    {
        if (_ground is null)
        {
            await FollowAsync();
        }

        RoomAudience? audience;
        bool isNew;
        lock (_gate)
        {
            isNew = !_audiences.TryGetValue((face, culture.Name), out audience);
            if (isNew)
            {
                _audiences.Add((face, culture.Name), audience = new RoomAudience(face, culture, _renderer()));
            }

            audience!.Add(socket);
        }

        if (isNew)
        {
            Draw();
        }
    }

    /// <summary>Somebody leaves; nothing is drawn any more for nobody.</summary>
    internal void Leave(RoomFace face, CultureInfo culture, RoomSocket socket)
    {
        lock (_gate)
        {
            if (_audiences.TryGetValue((face, culture.Name), out RoomAudience? audience))
            {
                audience.Remove(socket);
                if (audience.Count == 0)
                {
                    _audiences.Remove((face, culture.Name));
                }
            }
        }
    }

    /// <summary>Takes the meeting somewhere, for everybody who watches.</summary>
    public void Move(Func<Presentation, Presentation> to)
    {
        lock (_gate)
        {
            _stand = to(_stand);
            Wind(_stand);
        }

        Draw();
    }

    /// <summary>Says to everybody that the connection lives.</summary>
    internal void Beat()
    {
        foreach (RoomSocket socket in All().SelectMany(audience => audience.Sockets))
        {
            socket.Beat();
        }
    }

    /// <summary>Takes in what has changed of the meeting itself, its scenes and the moment it shows, for everybody at once.</summary>
    internal async Task FollowAsync()
    {
        await ReadAsync();
        Draw();
    }

    private async Task HearAsync()
    {
        await ReadAsync();
        Draw(RoomFace.Screen);
        _remotes.Change(RemotesLater, Timeout.InfiniteTimeSpan);
    }

    private async Task ReadAsync()
    {
        await _following.WaitAsync();
        try
        {
            MeetingGround ground = await _reader.GroundAsync(_committee, _ground);
            bool isFirst = _ground is null;
            _ground = ground;
            lock (_gate)
            {
                Presentation before = _stand;
                _stand = isFirst ? Presentation.Of(_reader.AgendaOf(_committee, ground)) : _stand.With(_reader.AgendaOf(_committee, ground));
                if (isFirst || before.Current != _stand.Current)
                {
                    Wind(_stand);
                }
            }
        }
        finally
        {
            _following.Release();
        }
    }

    /// <summary>Draws what holds now for all who watch, the screens first; who is shown the same as before is sent nothing.</summary>
    /// <param name="only">For these alone.</param>
    private void Draw(RoomFace? only = null)
    {
        // One after the other: what was read first must not be shown last.
        lock (_drawing)
        {
            RoomAudience[] audiences = [.. All().Where(audience => only is null || audience.Face == only).OrderBy(audience => audience.Face)];
            if (audiences.Length == 0 || _ground is not { } ground)
            {
                return;
            }

            Showing showing = _reader.Read(_committee, Stand, ground);
            foreach (RoomAudience audience in audiences)
            {
                audience.Show(showing);
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _following.Dispose();
        _subscription.Dispose();
        _clock.Dispose();
        _remotes.Dispose();
    }

    private RoomAudience[] All()
    {
        lock (_gate)
        {
            return [.. _audiences.Values];
        }
    }

    // What a timer's work throws would end the server.
    private ITimer Timer(TimeProvider time, Action work) => time.CreateTimer(
        _ =>
        {
            try
            {
                work();
            }
            catch (Exception exception)
            {
                LogDrawingFailed(_committee, exception);
            }
        },
        null,
        Timeout.InfiniteTimeSpan,
        Timeout.InfiniteTimeSpan);

    [LoggerMessage(LogLevel.Error, "The meeting of committee {Committee} could not be drawn.")]
    private partial void LogDrawingFailed(int committee, Exception exception);

    private void Wind(Presentation stand) => _clock.Change(stand.Stay ?? Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
}
