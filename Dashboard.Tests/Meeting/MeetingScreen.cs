using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Meeting;

/// <summary>A browser's connection to a meeting, without the browser: what it was sent, put together as the browser does.</summary>
internal sealed class MeetingScreen : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ClientWebSocket _socket = new();
    private readonly SignedInClient _client;
    private readonly byte[] _buffer = new byte[256 * 1024];

    private MeetingScreen(SignedInClient client) => _client = client;

    /// <summary>Every text of the last whole state, with what was changed since in place.</summary>
    public List<string> Texts { get; private set; } = [];

    /// <summary>Where the meeting stands, as the server has sealed it.</summary>
    public string? Place { get; private set; }

    /// <summary>What the server has said to this browser alone, last.</summary>
    public string? Said { get; private set; }

    /// <summary>Number of the last state.</summary>
    public int Version { get; private set; }

    /// <summary>How the server ended the connection; null while it has not.</summary>
    public WebSocketCloseStatus? Closed => _socket.CloseStatus;

    /// <summary>Signs in and connects.</summary>
    public static Task<MeetingScreen> OpenAsync(DashboardApp app, string account, string path) => OpenAsync(app.Address, account, path);

    /// <summary>The same as if a page of another origin did.</summary>
    public static Task<MeetingScreen> OpenAsync(DashboardApp app, string account, string path, string origin) => OpenAsync(app.Address, account, path, origin);

    /// <summary>The same at an application wherever it runs.</summary>
    public static async Task<MeetingScreen> OpenAsync(Uri root, string account, string path, string? origin = null)
    {
        var screen = new MeetingScreen(await SignedInClient.CreateAsync(root, account));
        screen._socket.Options.SetRequestHeader("Cookie", string.Join("; ", screen._client.Cookies.Select(cookie => $"{cookie.Name}={cookie.Value}")));
        screen._socket.Options.SetRequestHeader("Origin", origin ?? root.GetLeftPart(UriPartial.Authority));
        await screen._socket.ConnectAsync(new UriBuilder(new Uri(root, path)) { Scheme = "ws" }.Uri, TestContext.Current.CancellationToken);
        return screen;
    }

    /// <summary>Takes what is sent until something holds.</summary>
    public async Task UntilAsync(Func<MeetingScreen, bool> holds)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (!holds(this) && await TakeAsync(patience.Token))
        {
        }

        Assert.True(holds(this), $"It was sent up to state {Version}: {string.Join(' ', Texts)}; closed: {Closed}");
    }

    /// <summary>Whether all that is shown, as one text, holds a text.</summary>
    public bool Shows(string text) => string.Concat(Texts).Contains(text, StringComparison.Ordinal);

    /// <summary>Asks for something.</summary>
    public Task AskAsync(string request) => _socket.SendAsync(Encoding.UTF8.GetBytes(request), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_socket.State == WebSocketState.Open)
        {
            try
            {
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
            }
            catch (WebSocketException)
            {
                // The server has cut it off.
            }
        }

        _socket.Dispose();
        _client.Dispose();
    }

    private async Task<bool> TakeAsync(CancellationToken cancellationToken)
    {
        int length = 0;
        ValueWebSocketReceiveResult read;
        do
        {
            read = await _socket.ReceiveAsync(_buffer.AsMemory(length), cancellationToken);
            length += read.Count;
        }
        while (!read.EndOfMessage);
        if (read.MessageType == WebSocketMessageType.Close)
        {
            return false;
        }

        using JsonDocument frame = JsonDocument.Parse(_buffer.AsMemory(0, length));
        if (frame.RootElement.TryGetProperty("tree", out JsonElement tree))
        {
            Texts = [];
            Read(tree, 0);
        }
        else if (frame.RootElement.TryGetProperty("set", out JsonElement set))
        {
            foreach (JsonElement one in set.EnumerateArray().Where(one => one.GetArrayLength() == 2))
            {
                Texts[one[0].GetInt32()] = one[1].GetString()!;
            }

            Place = set.EnumerateArray().Where(one => one.GetArrayLength() == 3 && one[1].GetString() == "data-place").Select(one => one[2].GetString()).LastOrDefault(Place);
        }

        Said = frame.RootElement.TryGetProperty("say", out JsonElement say) ? say.GetString() : Said;

        Version = frame.RootElement.TryGetProperty("v", out JsonElement version) ? version.GetInt32() : Version;
        return true;
    }

    // An element takes a place among the nodes too; it has no text.
    private void Read(JsonElement parts, int from)
    {
        foreach (JsonElement part in parts.EnumerateArray().Skip(from))
        {
            if (part.ValueKind == JsonValueKind.String)
            {
                Texts.Add(part.GetString()!);
            }
            else
            {
                Texts.Add("");
                Place = part[1].TryGetProperty("data-place", out JsonElement place) ? place.GetString() : Place;
                Read(part, 2);
            }
        }
    }
}
