namespace Dashboard.Lapses;

/// <summary>Which lapses the register lists: a card each.</summary>
public enum LapseBand
{
    /// <summary>All that are open.</summary>
    Open,

    /// <summary>Open and past their due day.</summary>
    Overdue,

    /// <summary>Open and due within a week.</summary>
    DueSoon,

    /// <summary>Open and due later.</summary>
    Within,

    /// <summary>Remedied within the period shown.</summary>
    Remedied,
}

/// <summary>What the register is sorted by: a column each.</summary>
public enum LapseOrder
{
    /// <summary>Due day, the most overdue first; of remedied ones the day of that.</summary>
    Due,

    /// <summary>Kind, by its name.</summary>
    Kind,

    /// <summary>Severity, the serious first.</summary>
    Severity,

    /// <summary>Committee, by its name.</summary>
    Committee,

    /// <summary>Day found, the latest first.</summary>
    Found,
}
