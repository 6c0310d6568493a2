namespace Dashboard.Layout;

/// <summary>What a delta compares with.</summary>
public enum Comparison
{
    /// <summary>The same period of last year (so với cùng kỳ).</summary>
    Year,

    /// <summary>The period before (so với kỳ trước).</summary>
    Previous,

    /// <summary>Nothing.</summary>
    None,
}
