using System.Collections.Immutable;
using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Returns;

namespace Dashboard.Live;

/// <summary>Every change of committees, indicators and forms, in the order of the log.</summary>
internal sealed class FrameHistory
{
    private const int MostKept = 4;

    private readonly List<(long Sequence, PlacedCommittee Committee)> _committees = [];
    private readonly List<(long Sequence, Indicator Indicator)> _indicators = [];
    private readonly List<(long Sequence, Form Form)> _forms = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<long> _changes = [];
    private readonly List<(long Change, Lazy<Frame> Frame)> _kept = [];

    /// <summary>Takes in the next entry about one of them. Nothing of the frame is ever taken out again.</summary>
    /// <exception cref="FormatException">The entry says that something was taken out.</exception>
    public void Add(LogEntry entry)
    {
        string after = entry.After ?? throw new FormatException($"Entry {entry.Sequence} takes out what is never taken out.");
        _changes.Add(entry.Sequence);
        switch (entry.Subject)
        {
            case Subject.Structure:
                _committees.Add((entry.Sequence, LogPayload.Read<PlacedCommittee>(after)));
                break;
            case Subject.Indicator:
                Indicator indicator = LogPayload.Read<Indicator>(after);
                _numbers[indicator.Code] = indicator.Number;
                _indicators.Add((entry.Sequence, indicator));
                break;
            default:
                _forms.Add((entry.Sequence, LogPayload.Read<Form>(after)));
                break;
        }
    }

    /// <summary>Number of an indicator, which never changes.</summary>
    public int NumberOf(string code) => _numbers.TryGetValue(code, out int number) ? number : throw new FormatException($"The log names the unknown indicator {code}.");

    /// <summary>The frame after the entry numbered <paramref name="sequence"/>, put together when it is first looked at; the last few asked for are kept.</summary>
    public Lazy<Frame> At(long sequence)
    {
        int found = _changes.BinarySearch(sequence);
        int last = found >= 0 ? found : ~found - 1;
        long change = last >= 0 ? _changes[last] : 0;
        int kept = _kept.FindIndex(k => k.Change == change);
        Lazy<Frame> frame = kept >= 0 ? _kept[kept].Frame : Begin(change);
        if (kept >= 0)
        {
            _kept.RemoveAt(kept);
        }
        else if (_kept.Count == MostKept)
        {
            _kept.RemoveAt(MostKept - 1);
        }

        _kept.Insert(0, (change, frame));
        return frame;
    }

    /// <summary>Takes what is known at an entry: it is put together while further entries come.</summary>
    private Lazy<Frame> Begin(long change)
    {
        PlacedCommittee[] committees = [.. _committees.TakeWhile(c => c.Sequence <= change).Select(c => c.Committee)];
        Indicator[] indicators = [.. _indicators.TakeWhile(i => i.Sequence <= change).Select(i => i.Indicator)];
        Form[] forms = [.. _forms.TakeWhile(f => f.Sequence <= change).Select(f => f.Form)];
        return new Lazy<Frame>(() => Build(committees, indicators, forms));
    }

    private static Frame Build(PlacedCommittee[] committees, Indicator[] indicators, Form[] forms)
    {
        PlacedCommittee[] last = [.. committees.GroupBy(c => c.Committee.Number).Select(g => g.Last()).OrderBy(c => c.Committee.Number)];
        return new Frame(
            Hierarchy.From([.. last.Select(c => c.Committee)], [.. last.SelectMany(c => c.Placements)]),
            new IndicatorSet(indicators.GroupBy(i => i.Number).Select(g => g.Last())),
            [.. forms.GroupBy(f => (f.Code, f.Version)).Select(g => g.Last()).OrderBy(f => f.Code, StringComparer.Ordinal).ThenBy(f => f.Version)]);
    }

    /// <summary>Committees, indicators and forms as they were.</summary>
    /// <param name="Hierarchy">The committees.</param>
    /// <param name="Indicators">The indicators.</param>
    /// <param name="Forms">The forms, by code and version.</param>
    internal sealed record Frame(Hierarchy Hierarchy, IndicatorSet Indicators, ImmutableArray<Form> Forms);
}
