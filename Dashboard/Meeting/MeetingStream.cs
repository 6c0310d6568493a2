using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using System.Security.Claims;
using Dashboard.Access;
using Dashboard.Domain;
using Dashboard.Domain.Meetings;
using Dashboard.Live;
using Dashboard.Meetings;

namespace Dashboard.Meeting;

/// <summary>The connections of meetings: each serves one browser until it leaves, or until it may not watch any more.</summary>
internal sealed class MeetingStream(
    MeetingRooms rooms, PlaceSeal seal, MeetingDoor door, AccessBook book, LiveFigures figures, MeetingDesk desk, IHostApplicationLifetime lifetime, TimeProvider time) : IDisposable
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
        var socket = new RoomSocket(connection, WireUpgrade.Of(http));
        // Who holds a remote is told why; a wall says nothing of it to a hall.
        Action<BrokenRuleException> refuse = face == RoomFace.Remote ? broken => socket.Say(MeetingTexts.Of(broken)) : _ => { };
        CultureInfo culture = CultureInfo.CurrentUICulture;
        // One that comes while the server is to end is told at once.
        using CancellationTokenRegistration stopping = lifetime.ApplicationStopping.Register(() => socket.Close(WebSocketCloseStatus.EndpointUnavailable));
        _guests.TryAdd(socket, visit.Guest);
        try
        {
            MeetingRoom room = await rooms.EnterAsync(visit.Committee, face, culture, socket, seal.Open(http.Request.Query["place"], visit.Committee));
            // The account may have changed while it came in.
            Look(socket, visit.Guest);
            await socket.ReceiveAsync(command => ObeyAsync(http.User, room, visit.Committee, visit.Guest, command, refuse), http.RequestAborted);
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

    private async Task ObeyAsync(ClaimsPrincipal user, MeetingRoom room, int committee, MeetingGuest guest, RoomCommand command, Action<BrokenRuleException> refuse)
    {
        if (!guest.MayLead)
        {
            refuse(new BrokenRuleException("meeting.refused", $"{guest.Account} may not lead this meeting."));
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
                int? alone = command.Committee is { } code && figures.Now.Hierarchy.TryNumberOf(code, out int number) ? number : null;
                room.Move(stand => stand.LookAt(alone));
                break;
            default:
                await KeepAsync(user, room, committee, command.Act, refuse);
                break;
        }
    }

    /// <summary>Freezes the meeting, for which one is opened where none goes on, or lets its figures come again.</summary>
    private async Task KeepAsync(ClaimsPrincipal user, MeetingRoom room, int committee, RoomAct act, Action<BrokenRuleException> refuse)
    {
        try
        {
            CommitteeMeeting? meeting = figures.Now.OpenMeeting(committee);
            DateTime now = time.GetUtcNow().UtcDateTime;
            if (act == RoomAct.Freeze && meeting is null)
            {
                await desk.OpenAsync(user, committee, room.Stand.Agenda, now);
            }
            else if (meeting is not null)
            {
                await (act == RoomAct.Freeze ? desk.FreezeAsync(user, meeting.Id, now) : desk.UnfreezeAsync(user, meeting.Id));
            }

            await room.FollowAsync();
        }
        catch (BrokenRuleException broken)
        {
            // Somebody else was first, perhaps: closed it, or opened one. What holds is shown to all.
            refuse(broken);
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
