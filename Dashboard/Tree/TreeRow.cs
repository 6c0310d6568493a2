namespace Dashboard.Tree;

/// <summary>One row of a tree that is open.</summary>
/// <param name="Number">Number of the committee; of the one above for a row that stands for more of those below it.</param>
/// <param name="Level">1 for the topmost.</param>
/// <param name="Place">Which of its siblings it is, from 1.</param>
/// <param name="Siblings">How many siblings there are, itself included.</param>
/// <param name="Kind">What it is.</param>
public readonly record struct TreeRow(int Number, int Level, int Place, int Siblings, TreeRowKind Kind)
{
    /// <summary>How many committees a row of <see cref="TreeRowKind.More"/> stands for.</summary>
    public int Left => Siblings - Place + 1;

    /// <summary>The same for the same row, whatever stands around it.</summary>
    public int Key => Kind == TreeRowKind.More ? ~Number : Number;
}

/// <summary>What a row of a tree is.</summary>
public enum TreeRowKind
{
    /// <summary>A committee without others below it, as far as they are shown.</summary>
    Leaf,

    /// <summary>A committee whose subordinates are not shown.</summary>
    Closed,

    /// <summary>A committee whose subordinates follow.</summary>
    Opened,

    /// <summary>Stands for the rest of a large group.</summary>
    More,
}
