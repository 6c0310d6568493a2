namespace Dashboard.Complaints;

/// <summary>The fields of a case that something may be wrong with.</summary>
public enum CaseField
{
    /// <summary>Register number.</summary>
    Reference,

    /// <summary>Committee that handles it.</summary>
    Committee,

    /// <summary>What it is about.</summary>
    Category,

    /// <summary>Day received.</summary>
    Received,

    /// <summary>Day accepted.</summary>
    Accepted,

    /// <summary>Day resolved.</summary>
    Resolved,

    /// <summary>How it ended.</summary>
    Outcome,

    /// <summary>Why it is corrected.</summary>
    Reason,
}
