using Dashboard.Data;
using Dashboard.Domain.Changes;

namespace Dashboard.Live;

/// <summary>Takes the log into a <see cref="Chronicle"/>, a page at a time, so that many can go on with it and each go away when they like.</summary>
internal sealed class ChronicleReader(LogReader log, int stretch) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Chronicle _chronicle = new(stretch);

    /// <summary>Number of the last log entry that has been read.</summary>
    public long Sequence => _chronicle.Sequence;

    /// <summary>Reads one page.</summary>
    /// <returns>Whether there may be more.</returns>
    public async Task<bool> ReadOnAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            long before = _chronicle.Sequence;
            (IReadOnlyList<LogEntry> page, long last) = await log.ReadShownAfterAsync(before, cancellationToken);
            Add(page, last);
            return _chronicle.Sequence > before;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Reads up to an entry, or to the end of the log where that comes first.</summary>
    public async Task ReadToAsync(long sequence, CancellationToken cancellationToken)
    {
        while (Sequence < sequence && await ReadOnAsync(cancellationToken))
        {
        }
    }

    /// <summary>What is known after an entry that has been read; also while further ones are.</summary>
    public Chronicle.Known Known(long sequence)
    {
        lock (_chronicle)
        {
            return _chronicle.At(sequence);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _gate.Dispose();

    private void Add(IReadOnlyList<LogEntry> page, long last)
    {
        lock (_chronicle)
        {
            foreach (LogEntry entry in page)
            {
                _chronicle.Add(entry);
            }

            _chronicle.Know(last);
        }
    }
}
