namespace Dashboard.Entry;

/// <summary>How what stands in a cell relates to what is saved.</summary>
public enum CellState
{
    /// <summary>Nothing was done with it here.</summary>
    Quiet,

    /// <summary>It waits for those before it.</summary>
    Waiting,

    /// <summary>It is on its way.</summary>
    Saving,

    /// <summary>It was saved here.</summary>
    Saved,

    /// <summary>It cannot be read as a figure, and stands there until it can.</summary>
    Unreadable,

    /// <summary>It could not be saved; it is kept and can be tried again.</summary>
    Failed,

    /// <summary>Somebody else saved another content first; one of the two is to be chosen.</summary>
    Conflict,

    /// <summary>It belongs to a correction that is not made yet.</summary>
    Staged,
}
