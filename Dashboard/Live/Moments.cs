using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Guard;
using Microsoft.Extensions.Options;

namespace Dashboard.Live;

/// <summary>
/// What was known at a moment, exactly: put together from the change log, whose entries carry whole rows. The first question reads the
/// log once, unless <see cref="MomentsWarmUp"/> has done so; from then on a moment costs what is asked of it. The last few are kept.
/// Each is made by itself, when it is the turn of whoever asked first; who asks for the same shares one making.
/// </summary>
public sealed class Moments : IDisposable, IAsyncDisposable
{
    private const int MostKept = 8;
    private const int UsualStretch = 2_000;

    private readonly CancellationTokenSource _ended = new();
    private readonly ChronicleReader _chronicle;
    private readonly MomentTurns _turns;
    private readonly LogReader _log;
    private readonly LocalCalendar _calendar;
    private readonly LinkedList<MomentMaking> _kept = new();
    private Task _reading = Task.CompletedTask;

    /// <summary>Moments of the log's database.</summary>
    public Moments(LogReader log, LocalCalendar calendar, IOptions<Limits> limits)
        : this(log, calendar, limits: limits.Value)
    {
    }

    internal Moments(LogReader log, LocalCalendar calendar, int stretch = UsualStretch, Limits? limits = null)
    {
        _log = log;
        _calendar = calendar;
        _chronicle = new ChronicleReader(log, stretch);
        _turns = new MomentTurns(limits ?? new());
    }

    /// <summary>Number of the last log entry that has been read; a moment before it is at hand.</summary>
    public long ReadTo => _chronicle.Sequence;

    /// <summary>Whether reading beside whoever asks was tried and failed; a moment that is asked for tries it again, and says why.</summary>
    public bool HasReadingFailed => _reading.IsFaulted;

    /// <summary>Sequence number of the last log entry at or before a moment, given in UTC; 0 before the first.</summary>
    public Task<long> SequenceAtAsync(DateTime utc, CancellationToken cancellationToken = default) => _log.LastSequenceAtAsync(utc, cancellationToken);

    /// <summary>What was known at a moment, on its calendar day.</summary>
    /// <param name="utc">The moment, UTC.</param>
    /// <param name="asker">The account that asks; null for what the product itself asks for.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<PastFigures> AtAsync(DateTime utc, string? asker, CancellationToken cancellationToken = default) =>
        await AtAsync(await SequenceAtAsync(utc, cancellationToken), _calendar.DayOf(utc), asker, cancellationToken);

    /// <summary>What was known after a log entry, on the day of that entry.</summary>
    /// <param name="sequence">Number of the entry.</param>
    /// <param name="asker">The account that asks; null for what the product itself asks for.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<PastFigures> AtAsync(long sequence, string? asker, CancellationToken cancellationToken = default) =>
        await AtAsync(sequence, _calendar.DayOf(await _log.TimeOfAsync(sequence, cancellationToken) ?? DateTime.UnixEpoch), asker, cancellationToken);

    /// <summary>Reads the log to its end beside whoever asks, unless that goes on already.</summary>
    /// <returns>False where it was tried last and failed: then nothing is begun, and the next time it is.</returns>
    internal bool BeginReading()
    {
        lock (_kept)
        {
            bool hasFailed = HasReadingFailed;
            if (_reading.IsCompleted)
            {
                _reading = hasFailed ? Task.CompletedTask : Task.Run(() => _chronicle.ReadToAsync(long.MaxValue, _ended.Token), _ended.Token);
            }

            return !hasFailed;
        }
    }

    /// <summary>Reads on in the log, one page of it.</summary>
    /// <returns>Whether there may be more.</returns>
    internal Task<bool> ReadOnAsync(CancellationToken cancellationToken) => _chronicle.ReadOnAsync(cancellationToken);

    /// <summary>Gives up what is being made, and returns when nobody reads the log any more.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        Task[] underWay;
        lock (_kept)
        {
            underWay = [_reading, .. _kept.Select(making => making.Result)];
        }

        await Task.WhenAll(underWay).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Dispose();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _ended.Cancel();
        _ended.Dispose();
        _chronicle.Dispose();
        _turns.Dispose();
    }

    /// <summary>What was known after a log entry, on a day.</summary>
    /// <param name="sequence">Number of the entry.</param>
    /// <param name="day">The day by which deadlines are judged.</param>
    /// <param name="asker">The account that asks; null for what the product itself asks for.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    internal async Task<PastFigures> AtAsync(long sequence, DateOnly day, string? asker, CancellationToken cancellationToken)
    {
        MomentMaking making;
        lock (_kept)
        {
            making = _kept.FirstOrDefault(m => m.Sequence == sequence && m.Day == day && !m.IsLost) ?? new MomentMaking(sequence, day, givenUp => MakeAsync(sequence, day, asker, givenUp));
            _kept.Remove(making);
            _kept.AddFirst(making);
            making.Join();
        }

        try
        {
            // Whoever gives up waiting leaves it to the others who ask for the same.
            return await making.Result.WaitAsync(cancellationToken);
        }
        finally
        {
            lock (_kept)
            {
                making.Leave();
                Forget();
            }
        }
    }

    /// <summary>Lets go of what was asked for longest ago; what is being made stays, to be found by who asks for the same.</summary>
    private void Forget()
    {
        LinkedListNode<MomentMaking>? oldest = _kept.Last;
        while (_kept.Count > MostKept && oldest is not null)
        {
            LinkedListNode<MomentMaking>? later = oldest.Previous;
            if (oldest.Value.Result.IsCompleted)
            {
                _kept.Remove(oldest);
                oldest.Value.Dispose();
            }

            oldest = later;
        }
    }

    private async Task<PastFigures> MakeAsync(long sequence, DateOnly day, string? asker, CancellationToken givenUp)
    {
        CancellationToken ended = _ended.Token;
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(givenUp, ended);
        // Reading is nobody's turn: all wait for the same log.
        await _chronicle.ReadToAsync(sequence, waiting.Token);
        using IDisposable turn = await _turns.TakeAsync(asker, waiting.Token);
        Chronicle.Known known = _chronicle.Known(sequence);
        (LiveState registers, FrameHistory.Frame frame) = (await RegistersAsync(known, ended), known.Frame.Value);
        return PastFigures.Of(registers with { Hierarchy = frame.Hierarchy, Indicators = frame.Indicators, Forms = frame.Forms }, day, known.Statements);
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
}
