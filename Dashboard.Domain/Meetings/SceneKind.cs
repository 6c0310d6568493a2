namespace Dashboard.Domain.Meetings;

/// <summary>What a meeting's screen can show.</summary>
public enum SceneKind
{
    /// <summary>Decisions of earlier meetings that are still open, the overdue ones first.</summary>
    Decisions,

    /// <summary>The four figures.</summary>
    Figures,

    /// <summary>Vetted against plan, ranked.</summary>
    Progress,

    /// <summary>Vetted over time, with its limits and signals.</summary>
    Trend,

    /// <summary>Open complaints by their deadlines.</summary>
    Complaints,

    /// <summary>Open lapses by kind and committee.</summary>
    Lapses,

    /// <summary>Returns from draft to approved, through the tree.</summary>
    Returns,

    /// <summary>What changed since the last meeting.</summary>
    Since,

    /// <summary>What needs attention.</summary>
    Attention,
}
