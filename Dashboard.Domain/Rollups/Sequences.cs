using Dashboard.Domain.Periods;

namespace Dashboard.Domain.Rollups;

/// <summary>
/// Which changes were heard. Everything up to <see cref="Known"/> was; beyond it the highest sequence of each figure is
/// remembered, so that nothing is kept for the millions of figures that came long ago.
/// </summary>
internal sealed class Sequences(long known)
{
    private readonly Dictionary<(int Committee, int Indicator, Period Period), long> _heard = [];

    // Each figure of the above once, the lowest first: what becomes known is found without a look at those that never will be.
    private readonly PriorityQueue<(int Committee, int Indicator, Period Period), long> _order = new();

    public long Known { get; private set; } = known;

    public bool IsNews(int committee, int indicator, Period period, long sequence) =>
        sequence > Known && (!_heard.TryGetValue((committee, indicator, period), out long heard) || sequence > heard);

    public void Hear(int committee, int indicator, Period period, long sequence)
    {
        if (_heard.TryAdd((committee, indicator, period), sequence))
        {
            _order.Enqueue((committee, indicator, period), sequence);
        }
        else
        {
            _heard[(committee, indicator, period)] = sequence;
        }
    }

    public void Know(long sequence)
    {
        Known = Math.Max(Known, sequence);
        while (_order.TryPeek(out (int Committee, int Indicator, Period Period) figure, out long first) && first <= Known)
        {
            _order.Dequeue();
            if (_heard[figure] <= Known)
            {
                _heard.Remove(figure);
            }
            else
            {
                // Heard again since.
                _order.Enqueue(figure, _heard[figure]);
            }
        }
    }
}
