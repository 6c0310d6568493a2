namespace Dashboard.Overview;

/// <summary>What the table of committees below is sorted by.</summary>
public enum TableColumn
{
    /// <summary>Name.</summary>
    Name,

    /// <summary>Vetted in the period.</summary>
    Vetted,

    /// <summary>Share of the period's plan.</summary>
    Share,

    /// <summary>Change of vetted.</summary>
    Change,

    /// <summary>Open lapses.</summary>
    Lapses,

    /// <summary>Open complaints.</summary>
    Complaints,

    /// <summary>Share of the units that handed in.</summary>
    Units,

    /// <summary>State of the committee's own return.</summary>
    Return,
}
