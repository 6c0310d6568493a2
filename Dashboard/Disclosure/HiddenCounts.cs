namespace Dashboard.Disclosure;

/// <summary>Which counts of a committee and of those directly below it an audience is not shown.</summary>
/// <param name="cells">By committee and column; <see cref="Own"/> for what the committee has beside those below.</param>
public sealed class HiddenCounts(IReadOnlySet<(int Committee, string Column)> cells)
{
    /// <summary>In place of the committee for its own part.</summary>
    public const int Own = -1;

    /// <summary>None.</summary>
    public static HiddenCounts None { get; } = new(new HashSet<(int, string)>());

    /// <summary>All that are hidden.</summary>
    public IReadOnlySet<(int Committee, string Column)> Cells => cells;

    /// <summary>Whether a count is hidden.</summary>
    public bool Hides(int committee, string column) => cells.Contains((committee, column));

    /// <summary>Whether anything of a column is hidden.</summary>
    public bool HidesAnyOf(string column) => cells.Any(cell => cell.Column == column);

    /// <summary>What of these is hidden of a committee that has none below it: all that it has is its own.</summary>
    public HiddenCounts OfLeaf(int committee) =>
        new(cells.Where(cell => cell.Committee == committee).SelectMany(cell => new[] { cell, (Own, cell.Column) }).ToHashSet());

    /// <summary>These and others.</summary>
    public HiddenCounts With(HiddenCounts others) =>
        cells.Count == 0 ? others : others.Cells.Count == 0 ? this : new HiddenCounts(cells.Concat(others.Cells).ToHashSet());
}
