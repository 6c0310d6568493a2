namespace Dashboard.Domain.Signals;

/// <summary>Kinds of things that need attention, the worst first within a severity.</summary>
public enum ConcernKind
{
    /// <summary>Complaints past their deadline.</summary>
    ComplaintsOverdue,

    /// <summary>A leak of documents, not remedied.</summary>
    SecrecyLapses,

    /// <summary>Lapses past the day they were to be remedied by.</summary>
    LapsesOverdue,

    /// <summary>Returns not handed in by their due day.</summary>
    ReturnsMissing,

    /// <summary>What meetings decided, not done by its due day.</summary>
    DecisionsOverdue,

    /// <summary>A signal in a committee's figures.</summary>
    Signal,

    /// <summary>Complaints due within 7 days.</summary>
    ComplaintsDueSoon,
}

/// <summary>How bad a concern is.</summary>
public enum Severity
{
    /// <summary>A deadline is missed or documents leaked.</summary>
    Critical,

    /// <summary>To be looked at.</summary>
    Warning,
}

/// <summary>One thing that needs attention (cần chú ý); data only, the page words it.</summary>
public sealed record Concern
{
    /// <summary>What it is about.</summary>
    public required ConcernKind Kind { get; init; }

    /// <summary>How bad it is.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Number of the worst committee.</summary>
    public required int Committee { get; init; }

    /// <summary>How many in all committees together; 1 for a signal.</summary>
    public required int Count { get; init; }

    /// <summary>How many of them at <see cref="Committee"/>.</summary>
    public required int AtCommittee { get; init; }

    /// <summary>Most days past the deadline at any committee; for what is due soon, fewest days left.</summary>
    public int Days { get; init; }

    /// <summary>The same at <see cref="Committee"/>.</summary>
    public int DaysAtCommittee { get; init; }

    /// <summary>The signal; null for other kinds.</summary>
    public CommitteeSignal? Signal { get; init; }
}
