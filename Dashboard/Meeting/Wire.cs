namespace Dashboard.Meeting;

/// <summary>
/// What a connection's WebSocket writes to, open to whole messages beside its own pings, answers and close: one write after the
/// other, none within another. The server hands on what is written at once, so nothing is flushed for a message.
/// </summary>
/// <param name="connection">The connection, after both sides agreed on the protocol.</param>
internal sealed class Wire(Stream connection) : Stream
{
    private readonly Lock _gate = new();
    private Task _last = Task.CompletedTask;

    /// <inheritdoc />
    public override bool CanRead => connection.CanRead;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => connection.CanWrite;

    /// <inheritdoc />
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Sends a message; done when the connection has taken it, which is at once unless it is behind.</summary>
    public ValueTask SendAsync(WireMessage message) => WriteAsync(message.Frame, CancellationToken.None);

    /// <inheritdoc />
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (!_last.IsCompleted)
            {
                _last = AfterAsync(_last, buffer, cancellationToken);
                return new ValueTask(_last);
            }

            ValueTask going = connection.WriteAsync(buffer, cancellationToken);
            if (going.IsCompletedSuccessfully)
            {
                return ValueTask.CompletedTask;
            }

            _last = going.AsTask();
            return new ValueTask(_last);
        }
    }

    /// <inheritdoc />
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc />
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => connection.ReadAsync(buffer, cancellationToken);

    /// <inheritdoc />
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Flush()
    {
        // Nothing is kept back.
    }

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            connection.Dispose();
        }

        base.Dispose(disposing);
    }

    // Whoever wrote before is told how that ended; this one tries by itself.
    private async Task AfterAsync(Task before, ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await connection.WriteAsync(buffer, cancellationToken);
    }
}
