namespace Dashboard.Overview;

/// <summary>Which rows of the table are wanted.</summary>
public enum TableFilter
{
    /// <summary>All.</summary>
    All,

    /// <summary>With an overdue lapse or complaint.</summary>
    Overdue,

    /// <summary>Below the plan of the period.</summary>
    BelowPlan,

    /// <summary>Own return not approved.</summary>
    NotApproved,
}
