namespace Dashboard.Domain.Meetings;

/// <summary>What a meeting can ask for.</summary>
public enum DecisionKind
{
    /// <summary>Explain a figure or a difference.</summary>
    Explain,

    /// <summary>Check figures and correct them.</summary>
    Correct,

    /// <summary>Hand in what is missing.</summary>
    HandIn,

    /// <summary>Remedy a lapse.</summary>
    Remedy,

    /// <summary>Resolve complaints by their deadlines.</summary>
    Resolve,

    /// <summary>Catch up with the plan.</summary>
    CatchUp,

    /// <summary>Inspect on the spot.</summary>
    Inspect,

    /// <summary>Report again.</summary>
    Report,
}
