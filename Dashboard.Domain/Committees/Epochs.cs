namespace Dashboard.Domain.Committees;

/// <summary>
/// The calendar cut at the days on which something changes; what holds in between is worked out once, on first use,
/// and is then the same reference for every day of the epoch.
/// </summary>
internal sealed class Epochs<T>
    where T : class
{
    private readonly int[] _starts;
    private readonly T?[] _values;
    private readonly Func<int, T> _valueOn;
    private readonly int _most;
    private int _kept;

    /// <param name="changes">Day numbers from which something new holds.</param>
    /// <param name="valueOn">What holds on a day.</param>
    /// <param name="most">How many values are kept; with more, all are let go and worked out anew when asked for.</param>
    public Epochs(IEnumerable<int> changes, Func<int, T> valueOn, int most = int.MaxValue)
    {
        _most = most;
        _starts = [.. changes.Append(Node.FirstDay).Distinct().Order()];
        _values = new T?[_starts.Length];
        _valueOn = valueOn;
    }

    /// <summary>First day of each epoch.</summary>
    public IReadOnlyList<int> Starts => _starts;

    public T On(int day)
    {
        int epoch = IndexOf(day);
        return Volatile.Read(ref _values[epoch]) ?? Keep(epoch, _valueOn(_starts[epoch]));
    }

    /// <summary>What was worked out already for <paramref name="day"/>; null when nobody asked yet.</summary>
    public T? Known(int day) => Volatile.Read(ref _values[IndexOf(day)]);

    /// <summary>Puts in place what is known for the epoch that starts on <paramref name="start"/>.</summary>
    public void Put(int start, T value) => Keep(IndexOf(start), value);

    public int IndexOf(int day)
    {
        int found = Array.BinarySearch(_starts, day);
        return found >= 0 ? found : ~found - 1;
    }

    // Whoever comes second takes what the first one kept, so that all see one reference.
    private T Keep(int epoch, T value)
    {
        if (Interlocked.Increment(ref _kept) > _most)
        {
            Array.Clear(_values);
            Interlocked.Exchange(ref _kept, 1);
        }

        return Interlocked.CompareExchange(ref _values[epoch], value, null) ?? value;
    }
}
