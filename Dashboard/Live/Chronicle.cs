using System.Collections.Immutable;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Rollups;

namespace Dashboard.Live;

/// <summary>
/// The log as far as figures, registers and structure go, arranged so that what was known at any entry is put together without
/// going through it from its beginning: figures with the span in which each held, and of the registers a state every so often.
/// </summary>
/// <param name="stretch">Entries from one milestone of the registers to the next.</param>
internal sealed class Chronicle(int stretch)
{
    private readonly StatementHistory _statements = new();
    private readonly FrameHistory _frames = new();
    private readonly List<LiveState> _milestones = [new()];
    private LiveState _last = new();

    /// <summary>Last entry that is in it.</summary>
    public long Sequence { get; private set; }

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

    /// <summary>The last state of the registers that is kept, at or before an entry: from there on they are followed.</summary>
    public LiveState MilestoneBefore(long sequence)
    {
        int at = _milestones.FindLastIndex(m => m.Sequence <= sequence);
        return _milestones[at];
    }

    /// <summary>Puts together what was known.</summary>
    /// <param name="registers">The registers at the moment; <see cref="LiveState.Sequence"/> says which.</param>
    /// <param name="today">The moment's day.</param>
    public PastFigures At(LiveState registers, DateOnly today)
    {
        FrameHistory.Frame frame = _frames.At(registers.Sequence);
        LiveState state = registers with { Hierarchy = frame.Hierarchy, Indicators = frame.Indicators, Forms = frame.Forms };
        var stated = new StatedPeriods();
        List<FigureChange> counted = new RegisterCounts().All(state, today);
        var taken = counted.Select(c => (c.Committee, c.Indicator, c.Period)).ToHashSet();
        bool[] isCounted = new bool[state.Indicators.Count];
        counted.ForEach(c => isCounted[c.Indicator] = true);
        // A register says more than what was once stated in its place.
        IEnumerable<Figure> figures = stated.Noting(_statements.At(registers.Sequence)).Where(f => !isCounted[f.Indicator] || !taken.Contains((f.Committee, f.Indicator, f.Period)));
        FigureCube cube = FigureCube.Load(
            CubeTrees.Of(state.Hierarchy, today),
            [.. state.Indicators.All.Select(i => i.OverTime)],
            figures.Concat(counted.Select(c => c.Now).OfType<Figure>()),
            registers.Sequence);
        Dues.Set(cube, state, today);
        return new PastFigures(cube, state, today, stated);
    }
}
