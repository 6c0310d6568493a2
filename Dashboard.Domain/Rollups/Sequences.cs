using Dashboard.Domain.Periods;

namespace Dashboard.Domain.Rollups;

/// <summary>
/// Which changes were heard. Everything up to <see cref="Known"/> was; beyond it the highest sequence of each figure is
/// remembered, so that nothing is kept for the millions of figures that came long ago.
/// </summary>
internal sealed class Sequences(long known)
{
    private Dictionary<(int Committee, int Indicator, Period Period), long> _heard = [];

    public long Known { get; private set; } = known;

    public bool IsNews(int committee, int indicator, Period period, long sequence) =>
        sequence > Known && (!_heard.TryGetValue((committee, indicator, period), out long heard) || sequence > heard);

    public void Hear(int committee, int indicator, Period period, long sequence) => _heard[(committee, indicator, period)] = sequence;

    public void Know(long sequence)
    {
        if (sequence > Known)
        {
            Known = sequence;
            _heard = _heard.Where(heard => heard.Value > sequence).ToDictionary();
        }
    }
}
