namespace Dashboard.Inbox;

/// <summary>Whose move it is with a return.</summary>
public enum InboxGroup
{
    /// <summary>It came back, whole or in single figures, and is not handed in again.</summary>
    Back,

    /// <summary>It is past its due day.</summary>
    Overdue,

    /// <summary>It is to be handed in and there is time.</summary>
    Owed,

    /// <summary>It waits for its reviewer.</summary>
    Waiting,

    /// <summary>It was approved, of the last periods.</summary>
    Approved,
}
