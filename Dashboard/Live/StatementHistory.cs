using System.Runtime.InteropServices;
using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;

namespace Dashboard.Live;

/// <summary>
/// Every figure that was ever stated, in the order of the log, each with the entry that replaced it: what held at an entry is found
/// by going over them once, without a query. Some 70 bytes for each.
/// </summary>
internal sealed class StatementHistory
{
    private const uint StillHolds = uint.MaxValue;

    private readonly List<Statement> _statements = [];
    private readonly List<(int Indicator, Period Period)> _series = [];
    private readonly Dictionary<string, int> _seriesOfKey = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, int> _last = [];

    /// <summary>Takes in the next entry about a figure.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="numberOf">From an indicator's code to its number, which never changes.</param>
    public void Add(LogEntry entry, Func<string, int> numberOf)
    {
        int committee = entry.Committee ?? throw new FormatException($"Entry {entry.Sequence} is about a figure and names no committee.");
        int series = SeriesOf(entry.Key, numberOf);
        ref int last = ref CollectionsMarshal.GetValueRefOrAddDefault(_last, ((ulong)(uint)committee << 32) | (uint)series, out bool isKnown);
        if (isKnown)
        {
            CollectionsMarshal.AsSpan(_statements)[last].Until = (uint)entry.Sequence;
        }

        last = _statements.Count;
        (int indicator, Period period) = _series[series];
        Figure? now = entry.After is { } after ? LogPayload.ReadFigure(after, committee, indicator, period) : null;
        _statements.Add(new Statement
        {
            From = (uint)entry.Sequence,
            Until = StillHolds,
            Committee = committee,
            Series = series,
            IsWithdrawn = now is null,
            Value = now?.Value ?? 0,
            OutOf = now?.OutOf ?? -1,
            Precision = (byte)(now?.Precision ?? default),
            Standing = (byte)(now?.Standing ?? default),
        });
    }

    /// <summary>The figures that held after the entry numbered <paramref name="sequence"/>.</summary>
    public IEnumerable<Figure> At(long sequence)
    {
        for (int at = 0; at < _statements.Count; at++)
        {
            Statement statement = _statements[at];
            if (statement.From > sequence)
            {
                yield break;
            }

            if (statement.Until > sequence && !statement.IsWithdrawn)
            {
                (int indicator, Period period) = _series[statement.Series];
                yield return new Figure
                {
                    Committee = statement.Committee,
                    Indicator = indicator,
                    Period = period,
                    Value = statement.Value,
                    OutOf = statement.OutOf < 0 ? null : statement.OutOf,
                    Precision = (Precision)statement.Precision,
                    Standing = (Standing)statement.Standing,
                };
            }
        }
    }

    private int SeriesOf(string key, Func<string, int> numberOf)
    {
        if (!_seriesOfKey.TryGetValue(key, out int series))
        {
            (string code, Period period) = LogPayload.ReadFigureKey(key);
            series = _series.Count;
            _series.Add((numberOf(code), period));
            _seriesOfKey.Add(key, series);
        }

        return series;
    }

    private struct Statement
    {
        public long Value;
        public long OutOf;
        public uint From;
        public uint Until;
        public int Committee;
        public int Series;
        public byte Precision;
        public byte Standing;
        public bool IsWithdrawn;
    }
}
