namespace Dashboard.Committees;

/// <summary>The rows with the smallest ranks among many; of equal ones those that came first.</summary>
/// <param name="limit">How many are kept.</param>
public sealed class BestRanks(int limit)
{
    private readonly List<(int Rank, int Row)> _best = new(limit + 1);

    /// <summary>Rows kept, the best first.</summary>
    public IEnumerable<int> Rows => _best.Select(item => item.Row);

    /// <summary>Whether a row of this rank would be kept.</summary>
    public bool Takes(int rank) => _best.Count < limit || rank < _best[^1].Rank;

    /// <summary>Adds a row that <see cref="Takes"/> lets in.</summary>
    public void Add(int rank, int row)
    {
        int at = _best.FindLastIndex(item => item.Rank <= rank) + 1;
        _best.Insert(at, (rank, row));
        if (_best.Count > limit)
        {
            _best.RemoveAt(limit);
        }
    }
}
