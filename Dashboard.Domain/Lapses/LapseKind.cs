namespace Dashboard.Domain.Lapses;

/// <summary>Kinds of lapse; the code in files and addresses is the name in kebab case.</summary>
public enum LapseKind
{
    /// <summary>A return came after its due date, or has not come.</summary>
    LateReturn,

    /// <summary>Files were not complete.</summary>
    IncompleteFiles,

    /// <summary>Vetting was not done in time.</summary>
    OverdueVetting,

    /// <summary>The bodies that must work together did not.</summary>
    NoCoordination,

    /// <summary>No dedicated staff.</summary>
    Understaffed,

    /// <summary>Staff not trained.</summary>
    Untrained,

    /// <summary>A directive was not carried out.</summary>
    DirectiveNotImplemented,

    /// <summary>A leak of documents.</summary>
    Secrecy,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>How grave a lapse is.</summary>
public enum LapseSeverity
{
    /// <summary>Minor.</summary>
    Minor,

    /// <summary>Serious.</summary>
    Serious,
}

/// <summary>How a lapse was found.</summary>
public enum LapseSource
{
    /// <summary>By an inspection from above.</summary>
    Inspection,

    /// <summary>Reported by the committee itself.</summary>
    SelfReport,

    /// <summary>By the system (late returns).</summary>
    System,
}
