namespace Dashboard.Domain.Rollups;

/// <summary>Keeps the largest of the values offered, as many as asked for.</summary>
internal sealed class Ranking(int places)
{
    private static readonly Comparer<(long Value, int Committee)> SmallestFirst =
        Comparer<(long Value, int Committee)>.Create(static (a, b) => a.Value != b.Value ? a.Value.CompareTo(b.Value) : b.Committee.CompareTo(a.Committee));

    private readonly PriorityQueue<int, (long Value, int Committee)> _kept = new(places + 1, SmallestFirst);

    public void Offer(int committee, long? value)
    {
        if (value is not { } offered)
        {
            return;
        }

        if (_kept.Count < places)
        {
            _kept.Enqueue(committee, (offered, committee));
        }
        else if (places > 0)
        {
            _kept.EnqueueDequeue(committee, (offered, committee));
        }
    }

    public int Fill(Span<int> largest)
    {
        int count = _kept.Count;
        for (int at = count - 1; at >= 0; at--)
        {
            largest[at] = _kept.Dequeue();
        }

        return count;
    }
}
