namespace Dashboard.Domain.Disclosure;

/// <summary>Which counts of a table are not shown, and for each of them another table that looks the same to its readers.</summary>
/// <param name="All">All that are hidden, those of rows and columns that are not shown included: the next table of the same is made with them.</param>
/// <param name="Small">Those that are hidden because they are small.</param>
/// <param name="Proofs">For each hidden count, by how much which hidden counts may differ, itself one of them, with everything shown as it is.</param>
public sealed record HiddenCells(IReadOnlySet<Cell> All, IReadOnlySet<Cell> Small, IReadOnlyDictionary<Cell, IReadOnlyDictionary<Cell, int>> Proofs)
{
    /// <summary>Nothing is hidden.</summary>
    public static HiddenCells None { get; } = new(new HashSet<Cell>(), new HashSet<Cell>(), new Dictionary<Cell, IReadOnlyDictionary<Cell, int>>());

    /// <summary>Whether a count is hidden.</summary>
    public bool Hides(int row, int column) => All.Contains(new Cell(row, column));
}
