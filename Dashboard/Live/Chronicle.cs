using Dashboard.Domain.Changes;

namespace Dashboard.Live;

/// <summary>
/// The log as far as figures, registers and structure go, arranged so that what was known at any entry is put together without
/// going through it from its beginning: figures with the span in which each held, and of the registers a state every so often.
/// One thread at a time.
/// </summary>
/// <param name="stretch">Entries from one milestone of the registers to the next.</param>
internal sealed class Chronicle(int stretch)
{
    private readonly StatementHistory _statements = new();
    private readonly FrameHistory _frames = new();
    private readonly List<LiveState> _milestones = [new()];
    private LiveState _last = new();

    private long _sequence;

    /// <summary>Last entry that is in it; read by any thread.</summary>
    public long Sequence { get => Volatile.Read(ref _sequence); private set => Volatile.Write(ref _sequence, value); }

    /// <summary>Takes in the next entry. Those that change nothing that is shown may be left out.</summary>
    public void Add(LogEntry entry)
    {
        Know(entry.Sequence - 1);
        if (entry.Subject == Subject.Figure)
        {
            _statements.Add(entry, _frames.NumberOf);
        }
        else if (LogFollower.ChangesFrame(entry))
        {
            _frames.Add(entry);
        }
        else
        {
            _last = LogFollower.Apply(_last, entry);
        }

        Sequence = entry.Sequence;
    }

    /// <summary>Everything up to <paramref name="sequence"/> has been taken in.</summary>
    public void Know(long sequence)
    {
        Sequence = Math.Max(Sequence, sequence);
        if (Sequence - _milestones[^1].Sequence >= stretch)
        {
            _milestones.Add(_last with { Sequence = Sequence });
        }
    }

    /// <summary>What is known after an entry that has been taken in, to be put together while further ones come.</summary>
    public Known At(long sequence) => new(sequence, _milestones[_milestones.FindLastIndex(m => m.Sequence <= sequence)], _frames.At(sequence), _statements.At(sequence));

    /// <summary>What is known after an entry.</summary>
    /// <param name="Sequence">Number of the entry.</param>
    /// <param name="Milestone">The last state of the registers that is kept, at or before the entry: from there on they are followed.</param>
    /// <param name="Frame">Committees, indicators and forms.</param>
    /// <param name="Statements">The figures.</param>
    internal sealed record Known(long Sequence, LiveState Milestone, Lazy<FrameHistory.Frame> Frame, StatementHistory.Known Statements);
}
