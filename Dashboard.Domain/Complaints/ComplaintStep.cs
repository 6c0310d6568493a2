namespace Dashboard.Domain.Complaints;

/// <summary>How far a case has come, as far as its register tells.</summary>
public enum ComplaintStep
{
    /// <summary>Received; whether it is accepted is to be decided.</summary>
    Waiting,

    /// <summary>Accepted and not resolved.</summary>
    Handling,

    /// <summary>Resolved.</summary>
    Resolved,
}
