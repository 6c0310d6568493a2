using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using Dashboard.Access;
using Dashboard.Live;

namespace Dashboard.Meeting;

/// <summary>The connections of meetings: each serves one browser until it leaves, or until it may not watch any more.</summary>
internal sealed class MeetingStream(MeetingRooms rooms, MeetingDoor door, AccessBook book, LiveFigures figures, TimeProvider time) : IDisposable
{
    /// <summary>The longest that a right which ended with no word of it is still shown.</summary>
    public static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<RoomSocket, MeetingGuest> _guests = [];
    private ITimer? _looks;

    /// <summary>Begins to hear of changes of accounts.</summary>
    public void Open()
    {
        book.Changed += Look;
        _looks = time.CreateTimer(_ => Look(null), null, BetweenLooks, BetweenLooks);
    }

    /// <summary>Serves one browser.</summary>
    public async Task ServeAsync(HttpContext http, string code, RoomFace face)
    {
        await figures.Ready.WaitAsync(http.RequestAborted);
        if (door.Enter(http.User, code, "/meeting") is not { } visit)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (!http.WebSockets.IsWebSocketRequest)
        {
            http.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            return;
        }

        using WebSocket connection = await http.WebSockets.AcceptWebSocketAsync();
        var socket = new RoomSocket(connection);
        CultureInfo culture = CultureInfo.CurrentUICulture;
        _guests.TryAdd(socket, visit.Guest);
        MeetingRoom room = rooms.Enter(visit.Committee, face, culture, socket);
        try
        {
            // The account may have changed while it came in.
            Look(socket, visit.Guest);
            await socket.ReceiveAsync(command => Obey(room, visit.Guest, command), http.RequestAborted);
        }
        finally
        {
            rooms.Leave(visit.Committee, face, culture, socket);
            _guests.TryRemove(socket, out _);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        book.Changed -= Look;
        _looks?.Dispose();
    }

    private void Obey(MeetingRoom room, MeetingGuest guest, RoomCommand command)
    {
        if (!guest.MayLead)
        {
            return;
        }

        switch (command.Act)
        {
            case RoomAct.Next:
                room.Move(stand => stand.Forward());
                break;
            case RoomAct.Previous:
                room.Move(stand => stand.Back());
                break;
            case RoomAct.Go:
                room.Move(stand => stand.GoTo(command.At));
                break;
            case RoomAct.Pause:
                room.Move(stand => stand.Pause(command.At != 0));
                break;
            case RoomAct.Spotlight:
                int? committee = command.Committee is { } code && figures.Now.Hierarchy.TryNumberOf(code, out int number) ? number : null;
                room.Move(stand => stand.LookAt(committee));
                break;
        }
    }

    private void Look(string? account)
    {
        foreach ((RoomSocket socket, MeetingGuest guest) in _guests)
        {
            if (account is null || guest.Account == account)
            {
                Look(socket, guest);
            }
        }
    }

    private static void Look(RoomSocket socket, MeetingGuest guest)
    {
        if (!guest.MayWatch)
        {
            socket.Close(RoomSocket.Refused);
        }
    }
}
