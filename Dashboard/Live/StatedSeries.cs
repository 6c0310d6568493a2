using System.Runtime.InteropServices;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;

namespace Dashboard.Live;

/// <summary>What was ever stated of one indicator for one period, in the order of the log.</summary>
/// <param name="indicator">Number of the indicator.</param>
/// <param name="period">The period.</param>
internal sealed class StatedSeries(int indicator, Period period)
{
    private const uint StillHolds = uint.MaxValue;

    private readonly Dictionary<int, int> _last = [];

    // Grown by taking its place with a larger one. Who reads an old one misses only ends that are later than what they ask about.
    private Statement[] _statements = new Statement[4];
    private int _count;

    public int Indicator => indicator;

    public Period Period => period;

    /// <summary>The first entry of it.</summary>
    public long Began => _statements[0].From;

    /// <summary>Takes in the next; null withdraws.</summary>
    public void Add(long sequence, int committee, Figure? now)
    {
        ref int last = ref CollectionsMarshal.GetValueRefOrAddDefault(_last, committee, out bool isKnown);
        if (isKnown)
        {
            _statements[last].Until = (uint)sequence;
        }

        last = _count;
        if (_count == _statements.Length)
        {
            Array.Resize(ref _statements, _count * 2);
        }

        _statements[_count] = new Statement
        {
            From = (uint)sequence,
            Until = StillHolds,
            Committee = committee,
            IsWithdrawn = now is null,
            Value = now?.Value ?? 0,
            OutOf = now?.OutOf ?? -1,
            Precision = (byte)(now?.Precision ?? default),
            Standing = (byte)(now?.Standing ?? default),
        };
        Volatile.Write(ref _count, _count + 1);
    }

    /// <summary>The figures that held after the entry numbered <paramref name="sequence"/>.</summary>
    public IEnumerable<Figure> At(long sequence)
    {
        int count = Volatile.Read(ref _count);
        Statement[] statements = _statements;
        for (int at = 0; at < count && statements[at].From <= sequence; at++)
        {
            if (statements[at].Until > sequence && !statements[at].IsWithdrawn)
            {
                yield return Read(statements[at]);
            }
        }
    }

    private Figure Read(in Statement statement) => new()
    {
        Committee = statement.Committee,
        Indicator = indicator,
        Period = period,
        Value = statement.Value,
        OutOf = statement.OutOf < 0 ? null : statement.OutOf,
        Precision = (Precision)statement.Precision,
        Standing = (Standing)statement.Standing,
    };

    private struct Statement
    {
        public long Value;
        public long OutOf;
        public uint From;
        public uint Until;
        public int Committee;
        public byte Precision;
        public byte Standing;
        public bool IsWithdrawn;
    }
}
