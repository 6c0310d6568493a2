using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using System.Text;

namespace Dashboard.Benchmarks.Screens;

/// <summary>A connection as a screen's browser has one: takes what it is sent, and comes back with growing pauses when it is cut.</summary>
internal sealed class WallClient : IAsyncDisposable
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(500), Last = TimeSpan.FromSeconds(5);

    private readonly Uri _address;
    private readonly CookieContainer _cookies;
    private readonly bool _comesBack;
    private readonly CancellationTokenSource _left = new();
    private readonly TaskCompletionSource _shown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ClientWebSocket _socket = new();
    private Task _reading = Task.CompletedTask;

    private WallClient(Uri address, CookieContainer cookies, bool comesBack) => (_address, _cookies, _comesBack) = (address, cookies, comesBack);

    /// <summary>What arrived: when, by the machine's clock, and its text.</summary>
    public ConcurrentQueue<(long At, string Text, int Size)> Arrivals { get; } = new();

    /// <summary>Done when something was sent for the first time.</summary>
    public Task Shown => _shown.Task;

    /// <summary>Connects.</summary>
    public static async Task<WallClient> OpenAsync(Uri root, string path, CookieContainer cookies, bool comesBack = false)
    {
        var client = new WallClient(new UriBuilder(new Uri(root, path)) { Scheme = "ws" }.Uri, cookies, comesBack);
        await client.ConnectAsync();
        client._reading = Task.Run(client.ReadAsync);
        return client;
    }

    /// <summary>Asks for something.</summary>
    public Task AskAsync(string request) => _socket.SendAsync(Encoding.UTF8.GetBytes(request), WebSocketMessageType.Text, true, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
        catch (Exception gone) when (gone is WebSocketException or ObjectDisposedException or InvalidOperationException)
        {
            // It is closed already.
        }

        _left.CancelAfter(TimeSpan.FromSeconds(2));
        await _reading;
        _socket.Dispose();
        _left.Dispose();
    }

    private async Task ConnectAsync()
    {
        _socket.Options.Cookies = _cookies;
        await _socket.ConnectAsync(_address, _left.Token);
    }

    private async Task ReadAsync()
    {
        byte[] buffer = new byte[32 * 1024];
        while (!_left.IsCancellationRequested)
        {
            try
            {
                await TakeAllAsync(buffer);
            }
            catch (Exception cut) when (cut is WebSocketException or OperationCanceledException)
            {
                // By whom does not matter.
            }

            if (!_comesBack || _left.IsCancellationRequested || _socket.CloseStatus == WebSocketCloseStatus.NormalClosure)
            {
                return;
            }

            await ComeBackAsync();
        }
    }

    private async Task TakeAllAsync(byte[] buffer)
    {
        int length = 0;
        while (true)
        {
            ValueWebSocketReceiveResult read = await _socket.ReceiveAsync(buffer.AsMemory(length), _left.Token);
            long at = Stopwatch.GetTimestamp();
            if (read.MessageType == WebSocketMessageType.Close)
            {
                return;
            }

            length += read.Count;
            if (read.EndOfMessage)
            {
                Arrivals.Enqueue((at, Encoding.UTF8.GetString(buffer, 0, length), length));
                _shown.TrySetResult();
                length = 0;
            }
        }
    }

    private async Task ComeBackAsync()
    {
        for (TimeSpan pause = First; !_left.IsCancellationRequested; pause = pause * 1.7 < Last ? pause * 1.7 : Last)
        {
            await Task.Delay(pause * (0.7 + Random.Shared.NextDouble() * 0.6));
            try
            {
                _socket.Dispose();
                _socket = new ClientWebSocket();
                await ConnectAsync();
                return;
            }
            catch (Exception still) when (still is WebSocketException or OperationCanceledException)
            {
                // There is no server yet.
            }
        }
    }
}
