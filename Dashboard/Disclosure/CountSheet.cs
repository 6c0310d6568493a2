using Dashboard.Domain.Disclosure;

namespace Dashboard.Disclosure;

/// <summary>Counts of a committee and of those directly below it, with the names by which they are known from one time to the next.</summary>
public sealed record CountSheet
{
    /// <summary>Number of the committee whose totals they are.</summary>
    public required int Top { get; init; }

    /// <summary>What tells the sheet from others of the committee, whenever it is asked for.</summary>
    public required string Name { get; init; }

    /// <summary>Name of a sheet that may have had the same numbers: what is hidden of it is hidden here too; null where there is none.</summary>
    public string? Formerly { get; init; }

    /// <summary>Numbers of those below, in the order of the rows.</summary>
    public required int[] Below { get; init; }

    /// <summary>What the columns are called.</summary>
    public required string[] Columns { get; init; }

    /// <summary>The totals, by column; null where nothing was reported.</summary>
    public required long?[] Totals { get; init; }

    /// <summary>What those below have.</summary>
    public required long?[][] Rows { get; init; }

    /// <summary>Columns whose counts hold those of others.</summary>
    public WholeColumn[] Wholes { get; init; } = [];

    /// <summary>Columns whose counts are never more than those of another.</summary>
    public WithinColumn[] Within { get; init; } = [];

    /// <summary>Columns in which the committee itself reported nothing.</summary>
    public IReadOnlySet<int> NothingOwn { get; init; } = new HashSet<int>();

    /// <summary>Whether the committee stands below another, on whose sheet its totals are counts too.</summary>
    public required bool IsBelow { get; init; }

    /// <summary>Whether nothing was reported.</summary>
    public bool IsEmpty => Array.TrueForAll(Totals, total => total is null);

    /// <summary>The sheet as a table.</summary>
    public CountTable ToTable() => new(Totals, Rows, Wholes) { AreTotalsGiven = IsBelow, Within = Within, NothingOwn = NothingOwn };

    /// <summary>Whether another sheet says the same of the same.</summary>
    public bool Says(CountSheet other) =>
        IsBelow == other.IsBelow && Below.AsSpan().SequenceEqual(other.Below) && Columns.AsSpan().SequenceEqual(other.Columns)
        && Totals.AsSpan().SequenceEqual(other.Totals) && NothingOwn.SetEquals(other.NothingOwn) && Rows.Index().All(row => row.Item.AsSpan().SequenceEqual(other.Rows[row.Index]));
}
