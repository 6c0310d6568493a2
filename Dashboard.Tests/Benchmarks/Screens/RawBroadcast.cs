using System.Collections.Immutable;
using System.Diagnostics;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dashboard.Benchmarks.Screens;

/// <summary>The least that a broadcast can be on this machine: the same server sends some bytes to every connection, and does nothing else.</summary>
internal sealed class RawBroadcast : IStartupFilter
{
    /// <summary>Where it is connected to.</summary>
    public const string Path = "/raw-broadcast";

    private ImmutableArray<WebSocket> _sockets = [];

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseWhen(context => context.Request.Path == Path, branch => branch.UseWebSockets().Run(KeepAsync));
        next(app);
    };

    /// <summary>Sends to all and returns when it began.</summary>
    public long Send(byte[] message)
    {
        long sent = Stopwatch.GetTimestamp();
        foreach (WebSocket socket in _sockets)
        {
            _ = socket.SendAsync(message.AsMemory(), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None).AsTask();
        }

        return sent;
    }

    private async Task KeepAsync(HttpContext context)
    {
        using WebSocket socket = await context.WebSockets.AcceptWebSocketAsync();
        ImmutableInterlocked.Update(ref _sockets, all => all.Add(socket));
        byte[] nothing = new byte[64];
        try
        {
            while ((await socket.ReceiveAsync(nothing.AsMemory(), context.RequestAborted)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // It left.
        }

        ImmutableInterlocked.Update(ref _sockets, all => all.Remove(socket));
    }
}
