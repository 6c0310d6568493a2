using System.Collections.Immutable;
using System.Globalization;
using Dashboard.Overview;

namespace Dashboard.Meeting;

/// <summary>Which page of a meeting.</summary>
internal enum RoomFace
{
    /// <summary>The screen on the wall.</summary>
    Screen,

    /// <summary>The remote in somebody's hand.</summary>
    Remote,
}

/// <summary>Those of a meeting who see the same: each change is drawn once for all of them, and all get the same bytes.</summary>
/// <param name="face">Which page they look at.</param>
/// <param name="culture">Their language.</param>
/// <param name="renderer">Writes markup; one at a time.</param>
internal sealed class RoomAudience(RoomFace face, CultureInfo culture, BlockRenderer renderer)
{
    private ImmutableArray<RoomSocket> _sockets = [];
    private volatile SceneFrame? _newest;

    /// <summary>Which page they look at.</summary>
    public RoomFace Face => face;

    /// <summary>How many there are.</summary>
    public int Count => _sockets.Length;

    /// <summary>Their connections.</summary>
    public ImmutableArray<RoomSocket> Sockets => _sockets;

    /// <summary>Somebody joins; they are shown what the others see.</summary>
    public void Add(RoomSocket socket)
    {
        ImmutableInterlocked.Update(ref _sockets, sockets => sockets.Add(socket));
        if (_newest is { } frame)
        {
            socket.Offer(frame);
        }
    }

    /// <summary>Somebody leaves.</summary>
    public void Remove(RoomSocket socket) => ImmutableInterlocked.Update(ref _sockets, sockets => sockets.Remove(socket));

    /// <summary>Draws, and sends it to all if it looks different from before.</summary>
    public void Show(Showing showing)
    {
        SceneFrame frame = SceneFrame.After(_newest, Draw(showing));
        if (!ReferenceEquals(frame, _newest))
        {
            _newest = frame;
            foreach (RoomSocket socket in _sockets)
            {
                socket.Offer(frame);
            }
        }
    }

    private string Draw(Showing showing)
    {
        (CultureInfo before, CultureInfo beforeUI) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
            return renderer.Write(face == RoomFace.Screen ? typeof(ScreenFace) : typeof(RemoteFace), new() { [nameof(ScreenFace.Now)] = showing });
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUI);
        }
    }
}
