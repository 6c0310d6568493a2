using Dashboard.Data;
using Dashboard.Domain.Changes;

namespace Dashboard.Live;

/// <summary>
/// What was known at a moment, exactly: put together from the change log, whose entries carry whole rows. The first question reads the
/// log once, unless <see cref="MomentsWarmUp"/> has done so; from then on a moment costs what is asked of it. The last few are kept.
/// Each is made by itself: many that are asked for at once wait for nothing but the log, and who asks for the same shares one making.
/// </summary>
public sealed class Moments : IDisposable, IAsyncDisposable
{
    private const int MostKept = 8;
    private const int UsualStretch = 2_000;

    private readonly CancellationTokenSource _ended = new();
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Chronicle _chronicle;
    private readonly LogReader _log;
    private readonly LocalCalendar _calendar;
    private readonly LinkedList<Kept> _kept = new();

    /// <summary>Moments of the log's database.</summary>
    public Moments(LogReader log, LocalCalendar calendar)
        : this(log, calendar, UsualStretch)
    {
    }

    internal Moments(LogReader log, LocalCalendar calendar, int stretch)
    {
        _log = log;
        _calendar = calendar;
        _chronicle = new Chronicle(stretch);
    }

    /// <summary>Number of the last log entry that has been read; a moment before it is at hand.</summary>
    public long ReadTo => _chronicle.Sequence;

    /// <summary>Sequence number of the last log entry at or before a moment, given in UTC; 0 before the first.</summary>
    public Task<long> SequenceAtAsync(DateTime utc, CancellationToken cancellationToken = default) => _log.LastSequenceAtAsync(utc, cancellationToken);

    /// <summary>What was known at a moment, on its calendar day.</summary>
    /// <param name="utc">The moment, UTC.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<PastFigures> AtAsync(DateTime utc, CancellationToken cancellationToken = default) =>
        await AtAsync(await SequenceAtAsync(utc, cancellationToken), _calendar.DayOf(utc), cancellationToken);

    /// <summary>What was known after a log entry, on the day of that entry.</summary>
    /// <param name="sequence">Number of the entry.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<PastFigures> AtAsync(long sequence, CancellationToken cancellationToken = default) =>
        await AtAsync(sequence, _calendar.DayOf(await _log.TimeOfAsync(sequence, cancellationToken) ?? DateTime.UnixEpoch), cancellationToken);

    /// <summary>Reads on in the log, one page of it.</summary>
    /// <returns>Whether there may be more.</returns>
    internal async Task<bool> ReadOnAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            long before = _chronicle.Sequence;
            (IReadOnlyList<LogEntry> page, long last) = await _log.ReadShownAfterAsync(before, cancellationToken);
            foreach (LogEntry entry in page)
            {
                _chronicle.Add(entry);
            }

            _chronicle.Know(last);
            return _chronicle.Sequence > before;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Gives up what is being made, and returns when nobody reads the log any more.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        Task[] makings;
        lock (_kept)
        {
            makings = [.. _kept.Select(kept => kept.Making)];
        }

        await Task.WhenAll(makings).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Dispose();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _ended.Cancel();
        _ended.Dispose();
        _gate.Dispose();
    }

    private Task<PastFigures> AtAsync(long sequence, DateOnly day, CancellationToken cancellationToken)
    {
        lock (_kept)
        {
            LinkedListNode<Kept>? found = _kept.First;
            while (found is not null && (found.Value.Sequence != sequence || found.Value.Day != day || found.Value.Making is { IsCompleted: true, IsCompletedSuccessfully: false }))
            {
                found = found.Next;
            }

            if (found is not null)
            {
                _kept.Remove(found);
            }

            // Whoever gives up waiting leaves it to the others who ask for the same.
            found ??= new LinkedListNode<Kept>(new Kept(sequence, day, Task.Run(() => MakeAsync(sequence, day, _ended.Token), _ended.Token)));
            _kept.AddFirst(found);
            if (_kept.Count > MostKept)
            {
                _kept.RemoveLast();
            }

            return found.Value.Making.WaitAsync(cancellationToken);
        }
    }

    private async Task<PastFigures> MakeAsync(long sequence, DateOnly day, CancellationToken cancellationToken)
    {
        while (_chronicle.Sequence < sequence && await ReadOnAsync(cancellationToken))
        {
        }

        Chronicle.Known known = await KnownAsync(sequence, cancellationToken);
        (LiveState registers, FrameHistory.Frame frame) = (await RegistersAsync(known, cancellationToken), known.Frame.Value);
        return PastFigures.Of(registers with { Hierarchy = frame.Hierarchy, Indicators = frame.Indicators, Forms = frame.Forms }, day, known.Statements);
    }

    private async Task<Chronicle.Known> KnownAsync(long sequence, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            return _chronicle.At(sequence);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The registers after an entry: from the milestone before it along the few entries between.</summary>
    private async Task<LiveState> RegistersAsync(Chronicle.Known known, CancellationToken cancellationToken)
    {
        LiveState state = known.Milestone;
        foreach (LogEntry entry in await _log.ReadRegistersAsync(state.Sequence, known.Sequence, cancellationToken))
        {
            state = LogFollower.Apply(state, entry);
        }

        return state with { Sequence = known.Sequence, ChangedAt = await _log.LastShownAtAsync(known.Sequence, cancellationToken) };
    }

    private sealed record Kept(long Sequence, DateOnly Day, Task<PastFigures> Making);
}
