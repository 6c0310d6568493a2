namespace Dashboard.Domain.Rollups;

/// <summary>Through which tree figures roll up.</summary>
public enum View
{
    /// <summary>The structure at the time: the tree of the last day of each figure's own period.</summary>
    Then,

    /// <summary>Today's structure: figures of closed committees carried to their principal successors.</summary>
    Now,
}
