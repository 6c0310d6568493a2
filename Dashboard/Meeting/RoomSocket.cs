using System.Net.WebSockets;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dashboard.Meeting;

/// <summary>
/// One browser's connection to a meeting. It is offered each new state and sends the newest it was offered: a slow one
/// skips what was overtaken, delays nobody else and keeps nothing waiting.
/// </summary>
/// <param name="socket">Reads, keeps alive and closes.</param>
/// <param name="wire">What the socket writes to, where messages that many get go without being made for each.</param>
internal sealed class RoomSocket(WebSocket socket, Wire wire)
{
    /// <summary>The browser may not watch any more, or not at this address.</summary>
    public const WebSocketCloseStatus Refused = (WebSocketCloseStatus)4401;

    private static readonly WireMessage Heartbeat = WireMessage.Of("{}"u8);

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock _gate = new();
    private SceneFrame? _newest;
    private int _sent;
    private string? _word;
    private bool _isBeatDue;
    private bool _isSending;
    private WebSocketCloseStatus? _closing;

    /// <summary>Has a state sent, at once if the connection is free. Never waits.</summary>
    public void Offer(SceneFrame frame)
    {
        Due? due;
        lock (_gate)
        {
            _newest = frame;
            due = Begin();
        }

        Send(due);
    }

    /// <summary>Says that the connection lives: a browser cannot tell a broken one from one on which nothing happens.</summary>
    public void Beat()
    {
        Due? due;
        lock (_gate)
        {
            _isBeatDue = true;
            due = Begin();
        }

        Send(due);
    }

    /// <summary>Says something to this browser alone; what was not sent yet is overtaken.</summary>
    public void Say(string text)
    {
        Due? due;
        lock (_gate)
        {
            _word = text;
            due = Begin();
        }

        Send(due);
    }

    /// <summary>Ends the connection once.</summary>
    public void Close(WebSocketCloseStatus status)
    {
        Due? due;
        lock (_gate)
        {
            _closing ??= status;
            due = Begin();
        }

        Send(due);
    }

    /// <summary>Reads requests until the connection ends, whoever ends it.</summary>
    /// <param name="onCommand">What is done with each.</param>
    /// <param name="cancellationToken">The request was given up.</param>
    public async Task ReceiveAsync(Func<RoomCommand, Task> onCommand, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[RoomCommand.Longest];
        try
        {
            while (true)
            {
                ValueWebSocketReceiveResult read = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
                if (read.MessageType == WebSocketMessageType.Close)
                {
                    Close(WebSocketCloseStatus.NormalClosure);
                    return;
                }

                if (!read.EndOfMessage || read.MessageType != WebSocketMessageType.Text)
                {
                    Close(WebSocketCloseStatus.MessageTooBig);
                    return;
                }

                if (RoomCommand.Read(buffer.AsSpan(0, read.Count)) is { } command)
                {
                    await onCommand(command);
                }
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The browser is gone, or the network is.
        }
    }

    private Due? Begin() => _isSending ? null : Next();

    private Due? Take()
    {
        lock (_gate)
        {
            return Next();
        }
    }

    /// <summary>What is to be sent next; when there is nothing, the next offer begins anew. After the end there is nothing more.</summary>
    private Due? Next()
    {
        Due? due = null;
        if (_closing is { } status)
        {
            due = new Due(default, status);
        }
        else if (_newest is { } frame && frame.Version != _sent)
        {
            due = new Due(frame.Version == _sent + 1 && frame.Change is { } change ? change : frame.Whole, null);
            (_sent, _isBeatDue) = (frame.Version, false);
        }
        else if (_word is { } word)
        {
            (_word, _isBeatDue) = (null, false);
            due = new Due(WireMessage.Of(JsonSerializer.SerializeToUtf8Bytes(new { say = word }, Plain)), null);
        }
        else if (_isBeatDue)
        {
            _isBeatDue = false;
            due = new Due(Heartbeat, null);
        }

        _isSending = due is not null;
        return due;
    }

    // On the thread of whoever offered until the network makes it wait, which it rarely does: a thousand small messages are then
    // sent in one loop, without a change of thread and with nothing made for any of them.
    private void Send(Due? due)
    {
        try
        {
            for (; due is { } now; due = Take())
            {
                ValueTask going = StartAsync(now);
                if (now.Status is not null || !going.IsCompletedSuccessfully)
                {
                    _ = SendOnAsync(now, going);
                    return;
                }
            }
        }
        catch (Exception gone) when (IsGone(gone))
        {
            // Who reads from it notices too, and takes it out of the room.
        }
    }

    private async Task SendOnAsync(Due now, ValueTask going)
    {
        try
        {
            await going;
            while (now.Status is null && Take() is { } next)
            {
                now = next;
                await StartAsync(now);
            }
        }
        catch (Exception gone) when (IsGone(gone))
        {
            // As above.
        }
    }

    private ValueTask StartAsync(Due due) => due.Status is { } status
        ? new ValueTask(socket.CloseOutputAsync(status, null, CancellationToken.None))
        : wire.SendAsync(due.Message);

    private static bool IsGone(Exception exception) => exception is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException;

    /// <summary>A message, or the end.</summary>
    private readonly record struct Due(WireMessage Message, WebSocketCloseStatus? Status);
}
