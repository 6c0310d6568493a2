using System.Net.WebSockets;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dashboard.Meeting;

/// <summary>
/// One browser's connection to a meeting. It is offered each new state and sends the newest it was offered: a slow one
/// skips what was overtaken, delays nobody else and keeps nothing waiting.
/// </summary>
internal sealed class RoomSocket(WebSocket socket)
{
    /// <summary>The browser may not watch any more, or not at this address.</summary>
    public const WebSocketCloseStatus Refused = (WebSocketCloseStatus)4401;

    private static readonly ReadOnlyMemory<byte> Heartbeat = "{}"u8.ToArray();

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
        lock (_gate)
        {
            _newest = frame;
        }

        Send();
    }

    /// <summary>Says that the connection lives: a browser cannot tell a broken one from one on which nothing happens.</summary>
    public void Beat()
    {
        lock (_gate)
        {
            _isBeatDue = true;
        }

        Send();
    }

    /// <summary>Says something to this browser alone; what was not sent yet is overtaken.</summary>
    public void Say(string text)
    {
        lock (_gate)
        {
            _word = text;
        }

        Send();
    }

    /// <summary>Ends the connection once.</summary>
    public void Close(WebSocketCloseStatus status)
    {
        lock (_gate)
        {
            _closing ??= status;
        }

        Send();
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

    private void Send()
    {
        lock (_gate)
        {
            if (_isSending)
            {
                return;
            }

            _isSending = true;
        }

        _ = SendAllAsync();
    }

    // Runs on the thread of whoever offered until the network makes it wait, which it rarely does: a thousand small
    // messages are then sent in one loop and without a change of thread.
    private async Task SendAllAsync()
    {
        try
        {
            while (Take() is { } due)
            {
                if (due.Status is { } status)
                {
                    await socket.CloseOutputAsync(status, null, CancellationToken.None);
                    return;
                }

                await socket.SendAsync(due.Message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // Who reads from it notices too, and takes it out of the room.
        }
    }

    /// <summary>What is to be sent next; when there is nothing, the next offer begins anew.</summary>
    private (ReadOnlyMemory<byte> Message, WebSocketCloseStatus? Status)? Take()
    {
        lock (_gate)
        {
            if (_closing is not null)
            {
                return (default, _closing);
            }

            if (_newest is { } frame && frame.Version != _sent)
            {
                ReadOnlyMemory<byte> message = frame.Version == _sent + 1 && frame.Change is { } change ? change : frame.Whole;
                (_sent, _isBeatDue) = (frame.Version, false);
                return (message, null);
            }

            if (_word is { } word)
            {
                (_word, _isBeatDue) = (null, false);
                return (JsonSerializer.SerializeToUtf8Bytes(new { say = word }, Plain), null);
            }

            if (_isBeatDue)
            {
                _isBeatDue = false;
                return (Heartbeat, null);
            }

            _isSending = false;
            return null;
        }
    }
}
