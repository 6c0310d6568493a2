namespace Dashboard.Disclosure;

/// <summary>Which counts of a committee and of those directly below it an audience is not shown.</summary>
/// <param name="cells">By committee and column.</param>
public sealed class HiddenCounts(IReadOnlySet<(int Committee, int Column)> cells)
{
    /// <summary>None.</summary>
    public static HiddenCounts None { get; } = new(new HashSet<(int, int)>());

    /// <summary>How many.</summary>
    public int Count => cells.Count;

    /// <summary>Whether a count is hidden.</summary>
    public bool Hides(int committee, int column) => cells.Contains((committee, column));
}
