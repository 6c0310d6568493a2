namespace Dashboard.Review;

/// <summary>What a reviewer should look at first, the most pressing first.</summary>
public enum Risk
{
    /// <summary>Something found is neither corrected nor explained.</summary>
    Unsettled,

    /// <summary>Something unusual was found and explained.</summary>
    Explained,

    /// <summary>A series of it shows a signal.</summary>
    Signal,

    /// <summary>A figure is far from that of the period before.</summary>
    Changed,

    /// <summary>Nothing found, but it came late.</summary>
    Late,

    /// <summary>Nothing found, and in time.</summary>
    None,
}
