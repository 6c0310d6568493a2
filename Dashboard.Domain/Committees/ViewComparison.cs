using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using Dashboard.Domain.Periods;

namespace Dashboard.Domain.Committees;

/// <summary>Marks the committees below which a reorganisation makes the two views of a period differ.</summary>
internal sealed class ViewComparison(ImmutableArray<Node> nodes, Timeline timeline)
{
    private const int MostKept = 256;
    private readonly ConcurrentDictionary<(Period, int), BitArray> _marks = new();

    public bool DifferFor(int committee, Period period, int today)
    {
        if (_marks.Count > MostKept)
        {
            _marks.Clear();
        }

        return _marks.GetOrAdd((period, timeline.EpochOf(today)), _ => Mark(period, timeline.On(today).Parents))[committee];
    }

    private BitArray Mark(Period period, int[] now)
    {
        var marked = new BitArray(nodes.Length);
        IReadOnlyList<int> starts = timeline.MoveDays;
        for (int i = 0; i < starts.Count; i++)
        {
            int from = Math.Max(starts[i], period.Start.DayNumber);
            int to = Math.Min(i + 1 < starts.Count ? starts[i + 1] - 1 : Node.LastDay, period.End.DayNumber);
            if (from <= to)
            {
                MarkDifferences(timeline.ParentsOn(from), now, from, to, marked);
            }
        }

        return marked;
    }

    /// <summary>Only a committee that lived in these days can have figures of them, so only its place counts.</summary>
    private void MarkDifferences(int[] then, int[] now, int from, int to, BitArray marked)
    {
        for (int n = 0; n < then.Length; n++)
        {
            if (then[n] != now[n] && nodes[n].First <= to && from <= nodes[n].Last)
            {
                MarkAbove(n, then, marked);
                MarkAbove(n, now, marked);
            }
        }
    }

    private static void MarkAbove(int number, int[] parents, BitArray marked)
    {
        for (int n = parents[number]; n >= 0; n = parents[n])
        {
            marked[n] = true;
        }
    }
}
