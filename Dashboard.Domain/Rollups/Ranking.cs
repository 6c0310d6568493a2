namespace Dashboard.Domain.Rollups;

/// <summary>
/// Keeps the largest of the values offered, as many as asked for: collects up to twice as many, then drops the smaller
/// half, so that most offers cost one comparison.
/// </summary>
internal sealed class Ranking(int places)
{
    private readonly (long Value, int Committee)[] _kept = new (long, int)[Math.Max(2 * places, 16)];
    private int _count;
    private long _least = long.MinValue;

    /// <summary>Whether a value is not too small already.</summary>
    public bool Takes(long value) => value >= _least;

    public void Offer(int committee, long value)
    {
        if (Takes(value))
        {
            Keep(committee, value);
        }
    }

    public int Fill(Span<int> largest)
    {
        Sort();
        int count = Math.Min(_count, places);
        for (int at = 0; at < count; at++)
        {
            largest[at] = _kept[at].Committee;
        }

        return count;
    }

    private void Keep(int committee, long value)
    {
        _kept[_count++] = (value, committee);
        if (_count == _kept.Length)
        {
            Sort();
            _count = places;
            _least = places == 0 ? long.MaxValue : _kept[places - 1].Value;
        }
    }

    private void Sort() => _kept.AsSpan(0, _count).Sort(static (a, b) =>
        a.Value != b.Value ? b.Value.CompareTo(a.Value) : a.Committee.CompareTo(b.Committee));
}
