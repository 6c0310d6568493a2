using Dashboard.Data;
using Dashboard.Domain.Changes;

namespace Dashboard.Live;

/// <summary>
/// What was known at a moment, exactly: put together from the change log, whose entries carry whole rows. The first question reads the
/// log once; from then on a moment costs what its figures cost to add up. The last few are kept.
/// </summary>
public sealed class Moments : IDisposable
{
    private const int MostKept = 3;
    private const int UsualStretch = 2_000;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Chronicle _chronicle;
    private readonly LogReader _log;
    private readonly LocalCalendar _calendar;
    private readonly LinkedList<(long Sequence, DateOnly Day, PastFigures Figures)> _kept = new();

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

    /// <inheritdoc />
    public void Dispose() => _gate.Dispose();

    private async Task<PastFigures> AtAsync(long sequence, DateOnly day, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (Kept(sequence, day) is { } kept)
            {
                return kept;
            }

            await CatchUpAsync(sequence, cancellationToken);
            PastFigures figures = _chronicle.At(await RegistersAsync(sequence, cancellationToken), day);
            _kept.AddFirst((sequence, day, figures));
            if (_kept.Count > MostKept)
            {
                _kept.RemoveLast();
            }

            return figures;
        }
        finally
        {
            _gate.Release();
        }
    }

    private PastFigures? Kept(long sequence, DateOnly day)
    {
        for (LinkedListNode<(long Sequence, DateOnly Day, PastFigures Figures)>? at = _kept.First; at is not null; at = at.Next)
        {
            if (at.Value.Sequence == sequence && at.Value.Day == day)
            {
                _kept.Remove(at);
                _kept.AddFirst(at);
                return at.Value.Figures;
            }
        }

        return null;
    }

    private async Task CatchUpAsync(long sequence, CancellationToken cancellationToken)
    {
        while (_chronicle.Sequence < sequence)
        {
            (IReadOnlyList<LogEntry> page, long last) = await _log.ReadShownAfterAsync(_chronicle.Sequence, cancellationToken);
            foreach (LogEntry entry in page)
            {
                _chronicle.Add(entry);
            }

            if (last <= _chronicle.Sequence && page.Count == 0)
            {
                return;
            }

            _chronicle.Know(last);
        }
    }

    /// <summary>The registers after an entry: from the milestone before it along the few entries between.</summary>
    private async Task<LiveState> RegistersAsync(long sequence, CancellationToken cancellationToken)
    {
        LiveState state = _chronicle.MilestoneBefore(sequence);
        foreach (LogEntry entry in await _log.ReadRegistersAsync(state.Sequence, sequence, cancellationToken))
        {
            state = LogFollower.Apply(state, entry);
        }

        return state with { Sequence = sequence, ChangedAt = await _log.LastShownAtAsync(sequence, cancellationToken) };
    }
}
