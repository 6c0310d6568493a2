using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Dashboard.Tests.Testing;

/// <summary>
/// One viewer without a browser: fetches a page, opens its circuit, acknowledges what is rendered, answers calls of
/// JavaScript as a browser would, and keeps what arrived.
/// </summary>
internal sealed partial class Viewer : IAsyncDisposable
{
    private const byte EndOfHandshake = 0x1e;

    private readonly ClientWebSocket _socket = new();
    private readonly HttpMessageInvoker _line;
    private readonly SemaphoreSlim _sending = new(1);
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _drawn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _closing = new();
    private byte[] _buffer = new byte[64 * 1024];
    private int _objects;
    private Task _receiving = Task.CompletedTask;

    private Viewer(HttpMessageInvoker line) => _line = line;

    /// <summary>What arrived of render batches and JavaScript calls, in order; emptied by <see cref="Take"/>.</summary>
    private List<Arrival> Arrivals { get; set; } = [];

    /// <summary>Modules and scripts that the circuit asked the browser for, as it named them.</summary>
    public List<string> Scripts { get; } = [];

    /// <summary>What it answers to calls of JavaScript functions, by their names, as JSON; nothing to all others.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; private init; } = new Dictionary<string, string>();

    /// <summary>Whether it says, as a browser does, that it has drawn what arrived.</summary>
    public bool Acknowledges { get; set; } = true;

    /// <summary>Done when the server has closed the connection.</summary>
    public Task Closed => _receiving;

    /// <summary>Done when the first batch has arrived.</summary>
    public Task FirstDrawing => _drawn.Task.WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>Opens the page at <paramref name="address"/> with the cookies of a signed-in account.</summary>
    /// <param name="address">The page.</param>
    /// <param name="cookies">The cookies.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="answers">What it answers to calls of JavaScript functions.</param>
    /// <param name="from">Address of this machine to come from, so that one machine can be many; null for any.</param>
    public static async Task<Viewer> OpenAsync(
        Uri address, CookieContainer cookies, CancellationToken cancellation, IReadOnlyDictionary<string, string>? answers = null, IPAddress? from = null)
    {
        using var http = new HttpClient(LineFrom(from, cookies));
        string html = await http.GetStringAsync(address, cancellation);
        var root = new Uri(address, "/");
        var viewer = new Viewer(new HttpMessageInvoker(LineFrom(from, cookies))) { Answers = answers ?? new Dictionary<string, string>() };
        try
        {
            viewer._socket.Options.SetRequestHeader("Origin", root.GetLeftPart(UriPartial.Authority));
            await viewer._socket.ConnectAsync(new UriBuilder(root) { Scheme = "ws", Path = "_blazor" }.Uri, viewer._line, cancellation);
        }
        catch
        {
            await viewer.DisposeAsync();
            throw;
        }

        await viewer.SendAsync([.. "{\"protocol\":\"blazorpack\",\"version\":1}"u8, EndOfHandshake]);
        viewer._receiving = viewer.ReceiveAsync();
        string state = StateComment().Match(html).Groups[1].Value;
        await viewer.SendAsync(PackWriter.Invocation("0", "StartCircuit", root.ToString(), address.ToString(), "[]", state));
        await viewer._started.Task.WaitAsync(TimeSpan.FromSeconds(30), cancellation);
        await viewer.SendAsync(PackWriter.Invocation(null, "UpdateRootComponents", Operations(html), state));
        return viewer;
    }

    /// <summary>What arrived since it was last taken.</summary>
    public List<Arrival> Take()
    {
        lock (_socket)
        {
            List<Arrival> taken = Arrivals;
            Arrivals = [];
            return taken;
        }
    }

    /// <summary>Calls a method of the circuit, whatever it may say to that.</summary>
    public Task CallAsync(string target, params object?[] arguments) => SendAsync(PackWriter.Invocation(null, target, arguments));

    /// <summary>Keeps a quiet connection open.</summary>
    public Task PingAsync() => SendAsync(PackWriter.Ping);

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _receiving;
        _socket.Dispose();
        _line.Dispose();
        _sending.Dispose();
        _closing.Dispose();
    }

    private static SocketsHttpHandler LineFrom(IPAddress? from, CookieContainer cookies)
    {
        var line = new SocketsHttpHandler { CookieContainer = cookies };
        if (from is not null)
        {
            line.ConnectCallback = async (context, cancellation) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                try
                {
                    socket.Bind(new IPEndPoint(from.MapToIPv6(), 0));
                    await socket.ConnectAsync(context.DnsEndPoint, cancellation);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            };
        }

        return line;
    }

    private static string Operations(string html)
    {
        var operations = new JsonArray();
        foreach (Match match in Marker().Matches(html))
        {
            JsonNode marker = JsonNode.Parse(match.Groups[1].Value)!;
            if (marker["type"]?.GetValue<string>() == "server" && marker["descriptor"] is not null)
            {
                operations.Add(new JsonObject { ["type"] = "add", ["ssrComponentId"] = operations.Count + 1, ["marker"] = marker });
            }
        }

        return new JsonObject { ["batchId"] = 1, ["operations"] = operations }.ToJsonString();
    }

    private async Task SendAsync(byte[] message)
    {
        await _sending.WaitAsync(_closing.Token);
        try
        {
            await _socket.SendAsync(message, WebSocketMessageType.Binary, true, _closing.Token);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task ReceiveAsync()
    {
        int filled = 0;
        bool shookHands = false;
        try
        {
            while (true)
            {
                if (filled == _buffer.Length)
                {
                    Array.Resize(ref _buffer, _buffer.Length * 2);
                }

                ValueWebSocketReceiveResult part = await _socket.ReceiveAsync(_buffer.AsMemory(filled), _closing.Token);
                long at = Stopwatch.GetTimestamp();
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    _started.TrySetException(new InvalidOperationException("The server closed the circuit."));
                    return;
                }

                filled += part.Count;
                int read = 0;
                if (!shookHands)
                {
                    read = Array.IndexOf(_buffer, EndOfHandshake, 0, filled) + 1;
                    shookHands = read > 0;
                }

                while (shookHands && TryFrame(_buffer.AsSpan(read, filled - read), out int prefix, out int length))
                {
                    foreach (byte[] answer in Handle(_buffer.AsSpan(read + prefix, length), prefix + length, at))
                    {
                        await SendAsync(answer);
                    }

                    read += prefix + length;
                }

                _buffer.AsSpan(read, filled - read).CopyTo(_buffer);
                filled -= read;
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            _started.TrySetException(exception);
        }
    }

    private static bool TryFrame(ReadOnlySpan<byte> data, out int prefix, out int length)
    {
        (prefix, length) = (0, 0);
        while (prefix < data.Length)
        {
            byte next = data[prefix];
            length |= (next & 0x7f) << (7 * prefix++);
            if (next <= 0x7f)
            {
                return data.Length >= prefix + length;
            }
        }

        return false;
    }

    private List<byte[]> Handle(ReadOnlySpan<byte> message, int size, long at)
    {
        var reader = new PackReader(message);
        reader.Array();
        switch (reader.Whole())
        {
            case 1:
                reader.EmptyMap();
                reader.Bytes();
                string target = reader.Text();
                reader.Array();
                return Invoked(target, reader, message, size, at);
            case 3:
                _started.TrySetResult();
                return [];
            case 7:
                Console.Error.WriteLine("The circuit was closed: " + reader.Text());
                return [];
            default:
                return [];
        }
    }

    private List<byte[]> Invoked(string target, PackReader reader, ReadOnlySpan<byte> message, int size, long at)
    {
        switch (target)
        {
            case "JS.RenderBatch":
                long batch = reader.Whole();
                Keep(new Arrival(at, size, null, message.ToArray()));
                _drawn.TrySetResult();
                return Acknowledges ? [PackWriter.Invocation(null, "OnRenderCompleted", batch, null)] : [];
            case "JS.BeginInvokeJS":
                long handle = reader.Whole();
                string name = reader.Text();
                string arguments = reader.Text();
                bool wantsObject = reader.Whole() == 1;
                Keep(new Arrival(at, size, name, message.ToArray()));
                Note(name, arguments);
                string result = wantsObject ? $"{{\"__jsObjectId\":{++_objects}}}" : Answers.GetValueOrDefault(name, "null");
                return handle == 0 ? [] : [PackWriter.Invocation(null, "EndInvokeJSFromDotNet", handle, true, $"[{handle},true,{result}]")];
            case "JS.Error":
                Console.Error.WriteLine("The circuit failed: " + reader.Text());
                return [];
            default:
                return [];
        }
    }

    private void Note(string name, string arguments)
    {
        if (name is "import" or "create")
        {
            Scripts.AddRange(JsonNode.Parse(arguments)!.AsArray().Where(a => a?.GetValueKind() == JsonValueKind.String).Select(a => a!.GetValue<string>()).Where(a => a.EndsWith(".js", StringComparison.Ordinal)));
        }
    }

    private void Keep(Arrival arrival)
    {
        lock (_socket)
        {
            Arrivals.Add(arrival);
        }
    }

    [GeneratedRegex("<!--Blazor:(\\{.*?\\})-->")]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->")]
    private static partial Regex StateComment();
}

/// <summary>A render batch or a JavaScript call.</summary>
/// <param name="At">Stopwatch time.</param>
/// <param name="Size">Bytes on the connection, framing of the WebSocket itself left out.</param>
/// <param name="Call">Name of the JavaScript function; null for a batch.</param>
/// <param name="Message">All of it.</param>
internal sealed record Arrival(long At, int Size, string? Call, byte[] Message)
{
    public bool Shows(string text) => Message.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
}
