namespace Dashboard.Domain.Disclosure;

/// <summary>
/// Counts that are shown together: a committee's totals, and what each committee directly below it has, for several indicators.
/// What is left of a total when those below are taken off, the committee's own, is a row too: whoever sees all the others can
/// work it out. So is, of a whole that is shown with its parts, what the parts leave.
/// </summary>
public sealed class CountTable
{
    private readonly long?[,] _values;

    /// <summary>A table.</summary>
    /// <param name="totals">The committee's totals, by column; null where nothing was reported, which is shown as it is.</param>
    /// <param name="below">What those below have, row by row.</param>
    /// <param name="wholes">Columns whose counts are parts of another column's: parts that add up, or some of the whole. Each column is in one of them at most.</param>
    public CountTable(IReadOnlyList<long?> totals, IReadOnlyList<IReadOnlyList<long?>> below, params IReadOnlyList<WholeColumn> wholes)
    {
        ArgumentNullException.ThrowIfNull(totals);
        ArgumentNullException.ThrowIfNull(below);
        ArgumentNullException.ThrowIfNull(wholes);
        if (below.Any(row => row.Count != totals.Count))
        {
            throw new ArgumentException("Every row has a value for each column.", nameof(below));
        }

        int[] inWholes = [.. wholes.SelectMany(w => w.Parts.Append(w.Whole))];
        if (inWholes.Distinct().Count() != inWholes.Length || inWholes.Any(c => c < 0 || c >= totals.Count))
        {
            throw new ArgumentException("A column is in one whole at most.", nameof(wholes));
        }

        (ShownRows, ShownColumns, Wholes) = (below.Count + 1, totals.Count, wholes);
        _values = new long?[Rows, Columns];
        Fill(totals, below);
    }

    /// <summary>Rows that are shown: the totals, row 0, and those below.</summary>
    public int ShownRows { get; }

    /// <summary>Columns that are shown.</summary>
    public int ShownColumns { get; }

    /// <summary>Columns that are parts of others.</summary>
    public IReadOnlyList<WholeColumn> Wholes { get; }

    /// <summary>
    /// Whether the totals are counts of another table, of the committee above, which alone says whether they are shown. Then none of them is
    /// hidden here that is neither small nor hidden there, and a count shown in two tables is shown or hidden in both.
    /// </summary>
    public bool AreTotalsGiven { get; init; }

    /// <summary>Columns whose counts are some of another's without being parts of its sum: everybody knows that there are no more of the one than of the other.</summary>
    public IReadOnlyList<WithinColumn> Within { get; init; } = [];

    /// <summary>Columns in which the committee stated nothing of its own, and everybody knows so: its own part is as surely nothing as a count that is null.</summary>
    public IReadOnlySet<int> NothingOwn { get; init; } = new HashSet<int>();

    /// <summary>Rows with the one of the committee's own, which is the last.</summary>
    public int Rows => ShownRows + 1;

    /// <summary>Columns with what the parts of each whole leave, which are the last.</summary>
    public int Columns => ShownColumns + Wholes.Count;

    /// <summary>A count; null where nothing was reported.</summary>
    public long? this[int row, int column] => _values[row, column];

    /// <summary>The count, 0 where nothing was reported.</summary>
    internal long At(Cell cell) => _values[cell.Row, cell.Column] ?? 0;

    /// <summary>Whether everybody knows that there is nothing: who reported is shown.</summary>
    internal bool IsMissing(Cell cell) =>
        cell.Column < ShownColumns && (cell.Row == ShownRows ? NothingOwn.Contains(cell.Column) && At(cell) == 0 : _values[cell.Row, cell.Column] is null);

    private void Fill(IReadOnlyList<long?> totals, IReadOnlyList<IReadOnlyList<long?>> below)
    {
        for (int column = 0; column < ShownColumns; column++)
        {
            long rest = totals[column] ?? 0;
            _values[0, column] = totals[column];
            for (int row = 1; row < ShownRows; row++)
            {
                _values[row, column] = below[row - 1][column];
                rest -= below[row - 1][column] ?? 0;
            }

            _values[ShownRows, column] = rest;
        }

        for (int whole = 0; whole < Wholes.Count; whole++)
        {
            for (int row = 0; row < Rows; row++)
            {
                _values[row, ShownColumns + whole] = (_values[row, Wholes[whole].Whole] ?? 0) - Wholes[whole].Parts.Sum(part => _values[row, part] ?? 0);
            }
        }
    }
}

/// <summary>A column whose counts hold those of others.</summary>
/// <param name="Whole">The column of the wholes.</param>
/// <param name="Parts">Columns of the parts.</param>
/// <param name="IsKnownRest">Whether readers know what the parts leave, as when they add up; else it is never shown.</param>
public sealed record WholeColumn(int Whole, IReadOnlyList<int> Parts, bool IsKnownRest);

/// <summary>A column whose counts are never more than those of another, row by row.</summary>
/// <param name="Some">The column of the fewer.</param>
/// <param name="All">The column of the more.</param>
public sealed record WithinColumn(int Some, int All);

/// <summary>One count of a table.</summary>
/// <param name="Row">Its row; 0 for the totals.</param>
/// <param name="Column">Its column.</param>
public readonly record struct Cell(int Row, int Column);
