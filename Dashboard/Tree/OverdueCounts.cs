namespace Dashboard.Tree;

/// <summary>How much work is overdue at each committee with all below it, on one day. Immutable.</summary>
public sealed class OverdueCounts
{
    private readonly int[] _counts;

    internal OverdueCounts(int[] counts) => _counts = counts;

    /// <summary>Overdue lapses, complaints and returns of a committee, by its number, and of all below it; 0 for one that is not known.</summary>
    public int this[int committee] => committee >= 0 && committee < _counts.Length ? _counts[committee] : 0;
}
