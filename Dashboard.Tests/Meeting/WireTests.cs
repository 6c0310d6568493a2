using System.IO.Pipelines;
using System.Net.WebSockets;
using System.Text;
using Dashboard.Meeting;

namespace Dashboard.Tests.Meeting;

/// <summary>What is written beside a WebSocket is read by another as what it was, whole and in order.</summary>
public sealed class WireTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(125)]
    [InlineData(126)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(200_000)]
    public async Task A_message_of_any_length_is_read_as_it_was(int length)
    {
        string text = new('ữ', length / 3);
        text += new string('x', length - Encoding.UTF8.GetByteCount(text));
        using var reader = WebSocket.CreateFromStream(new MemoryStream(WireMessage.Of(Encoding.UTF8.GetBytes(text)).Frame.ToArray()), new WebSocketCreationOptions { IsServer = false });
        (string read, WebSocketMessageType type) = await ReadAsync(reader);
        Assert.Equal((text, WebSocketMessageType.Text), (read, type));
        Assert.Equal(text, Encoding.UTF8.GetString(WireMessage.Of(Encoding.UTF8.GetBytes(text)).Text.Span));
    }

    [Fact]
    public async Task Messages_from_everywhere_and_the_socket_s_own_come_whole()
    {
        (Stream server, Stream client) = Pair();
        var wire = new Wire(server);
        using var socket = WebSocket.CreateFromStream(wire, new WebSocketCreationOptions { IsServer = true, KeepAliveInterval = TimeSpan.FromMilliseconds(1) });
        using var reader = WebSocket.CreateFromStream(client, new WebSocketCreationOptions { IsServer = false });
        Task[] writing = [.. Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            for (int i = 0; i < 500; i++)
            {
                string text = $"{writer}:{i}:{new string('-', i)}";
                await (i % 3 == 0 ? socket.SendAsync(Encoding.UTF8.GetBytes(text).AsMemory(), WebSocketMessageType.Text, true, Cancel) : wire.SendAsync(WireMessage.Of(Encoding.UTF8.GetBytes(text))));
            }
        }, Cancel))];
        int[] next = new int[4];
        for (int read = 0; read < 4 * 500; read++)
        {
            string[] parts = (await ReadAsync(reader)).Text.Split(':');
            Assert.Equal($"{next[parts[0][0] - '0']++}", parts[1]);
            Assert.Equal(parts[1], $"{parts[2].Length}");
        }

        await Task.WhenAll(writing);
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, Cancel);
        Assert.Equal(WebSocketMessageType.Close, (await ReadAsync(reader)).Type);
    }

    [Fact]
    public async Task One_write_waits_for_the_other_and_not_for_its_success()
    {
        var slow = new SlowStream();
        var wire = new Wire(slow);
        Task first = wire.SendAsync(WireMessage.Of("a"u8)).AsTask(), second = wire.SendAsync(WireMessage.Of("b"u8)).AsTask();
        Assert.Equal(["a"], slow.Begun);
        slow.End(new IOException("gone"));
        await Assert.ThrowsAsync<IOException>(() => first);
        await slow.BeganAsync(2);
        Assert.False(second.IsCompleted);
        slow.End(null);
        await second;
        Assert.Equal(["a", "b"], slow.Begun);
        await using Stream stream = wire;
        Assert.Throws<NotSupportedException>(() => stream.Write([1], 0, 1));
    }

    private static async Task<(string Text, WebSocketMessageType Type)> ReadAsync(WebSocket socket)
    {
        byte[] buffer = new byte[256 * 1024];
        int length = 0;
        while (true)
        {
            ValueWebSocketReceiveResult read = await socket.ReceiveAsync(buffer.AsMemory(length), Cancel);
            length += read.Count;
            if (read.EndOfMessage)
            {
                return (Encoding.UTF8.GetString(buffer, 0, length), read.MessageType);
            }
        }
    }

    private static (Stream Server, Stream Client) Pair()
    {
        (Pipe to, Pipe from) = (new Pipe(), new Pipe());
        return (new Both(from.Reader.AsStream(), to.Writer.AsStream()), new Both(to.Reader.AsStream(), from.Writer.AsStream()));
    }

    private abstract class HalfStream : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }

    private sealed class Both(Stream reads, Stream writes) : HalfStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => reads.ReadAsync(buffer, cancellationToken);

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            // As a network does it now and then: in two steps.
            await writes.WriteAsync(buffer[..(buffer.Length / 2)], cancellationToken);
            await Task.Yield();
            await writes.WriteAsync(buffer[(buffer.Length / 2)..], cancellationToken);
            await writes.FlushAsync(cancellationToken);
        }
    }

    private sealed class SlowStream : HalfStream
    {
        private readonly SemaphoreSlim _began = new(0);
        private TaskCompletionSource _going = new();

        public List<string> Begun { get; } = [];

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _going = new(TaskCreationOptions.RunContinuationsAsynchronously);
            Begun.Add(Encoding.UTF8.GetString(buffer.Span[2..]));
            _began.Release();
            return new ValueTask(_going.Task);
        }

        public void End(Exception? fault)
        {
            if (fault is null)
            {
                _going.SetResult();
            }
            else
            {
                _going.SetException(fault);
            }
        }

        public async Task BeganAsync(int times)
        {
            for (int time = 0; time < times; time++)
            {
                await _began.WaitAsync(Cancel);
            }
        }
    }
}
