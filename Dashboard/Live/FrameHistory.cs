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
    private readonly List<(long Sequence, PlacedCommittee Committee)> _committees = [];
    private readonly List<(long Sequence, Indicator Indicator)> _indicators = [];
    private readonly List<(long Sequence, Form Form)> _forms = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<long> _changes = [];
    private Frame _kept = new(-1, Hierarchy.Empty, new IndicatorSet([]), []);

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

    /// <summary>The frame after the entry numbered <paramref name="sequence"/>; the last one asked for is kept.</summary>
    public Frame At(long sequence)
    {
        int found = _changes.BinarySearch(sequence);
        int last = found >= 0 ? found : ~found - 1;
        long change = last >= 0 ? _changes[last] : 0;
        if (_kept.Change != change)
        {
            _kept = Build(change);
        }

        return _kept;
    }

    private Frame Build(long change)
    {
        var committees = new SortedDictionary<int, PlacedCommittee>();
        foreach ((long sequence, PlacedCommittee committee) in _committees.TakeWhile(c => c.Sequence <= change))
        {
            committees[committee.Committee.Number] = committee;
        }

        var indicators = new Dictionary<int, Indicator>();
        foreach ((long sequence, Indicator indicator) in _indicators.TakeWhile(i => i.Sequence <= change))
        {
            indicators[indicator.Number] = indicator;
        }

        var forms = new Dictionary<(string, int), Form>();
        foreach ((long sequence, Form form) in _forms.TakeWhile(f => f.Sequence <= change))
        {
            forms[(form.Code, form.Version)] = form;
        }

        return new Frame(
            change,
            Hierarchy.From([.. committees.Values.Select(c => c.Committee)], [.. committees.Values.SelectMany(c => c.Placements)]),
            new IndicatorSet(indicators.Values),
            [.. forms.Values.OrderBy(f => f.Code, StringComparer.Ordinal).ThenBy(f => f.Version)]);
    }

    /// <summary>Committees, indicators and forms as they were.</summary>
    /// <param name="Change">The last entry that changed any of them.</param>
    /// <param name="Hierarchy">The committees.</param>
    /// <param name="Indicators">The indicators.</param>
    /// <param name="Forms">The forms, by code and version.</param>
    internal sealed record Frame(long Change, Hierarchy Hierarchy, IndicatorSet Indicators, ImmutableArray<Form> Forms);
}
