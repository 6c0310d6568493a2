namespace Dashboard.Complaints;

/// <summary>Which cases the list shows: the cards above it, one each, and all.</summary>
public enum CaseGroup
{
    /// <summary>All that are open.</summary>
    Open,

    /// <summary>Open past their deadline.</summary>
    Overdue,

    /// <summary>Open, due within seven days.</summary>
    Soon,

    /// <summary>Open with more time.</summary>
    Within,

    /// <summary>Resolved in the period.</summary>
    Resolved,

    /// <summary>Everything in the register.</summary>
    All,
}
