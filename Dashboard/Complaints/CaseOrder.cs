namespace Dashboard.Complaints;

/// <summary>What the list is sorted by; each column falls back on the deadline.</summary>
public enum CaseOrder
{
    /// <summary>Deadline, the earliest first.</summary>
    Due,

    /// <summary>Register number.</summary>
    Reference,

    /// <summary>Kind.</summary>
    Kind,

    /// <summary>Name of the committee.</summary>
    Committee,

    /// <summary>Name of the category.</summary>
    Category,

    /// <summary>Day received.</summary>
    Received,

    /// <summary>Step.</summary>
    Step,
}
