namespace Dashboard.Domain.Movements;

/// <summary>
/// What made a number another than it was (biến động). Kinds come in pairs: what is one kind from an earlier moment to a later
/// one is the other from the later to the earlier.
/// </summary>
public enum MovementKind
{
    /// <summary>A case was received or found.</summary>
    Came,

    /// <summary>A case is not in the register any more, or is dated later.</summary>
    Struck,

    /// <summary>A case was resolved or remedied.</summary>
    Left,

    /// <summary>A case that had been resolved is open.</summary>
    Reopened,

    /// <summary>A case was passed on to the competent body.</summary>
    PassedOn,

    /// <summary>A case that had been passed on is open.</summary>
    TakenBack,

    /// <summary>A deadline passed.</summary>
    Overran,

    /// <summary>A deadline that had passed is later, or its case was struck.</summary>
    Eased,

    /// <summary>A figure is there that was not.</summary>
    Reported,

    /// <summary>A figure was withdrawn.</summary>
    Withdrawn,

    /// <summary>A figure is larger.</summary>
    RevisedUp,

    /// <summary>A figure is smaller.</summary>
    RevisedDown,

    /// <summary>A committee came with all it has.</summary>
    MovedIn,

    /// <summary>A committee went with all it had.</summary>
    MovedOut,
}

/// <summary>How kinds of movement belong together.</summary>
public static class MovementKinds
{
    /// <summary>The same movement seen from the later moment to the earlier one.</summary>
    public static MovementKind Opposite(this MovementKind kind) => (MovementKind)((int)kind ^ 1);
}
