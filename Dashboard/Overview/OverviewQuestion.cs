using Dashboard.Domain.Periods;

namespace Dashboard.Overview;

/// <summary>Which overview is asked for: all of it is in the address.</summary>
/// <param name="Committee">Number of the committee.</param>
/// <param name="Period">Period shown.</param>
/// <param name="Compare">What deltas compare with.</param>
/// <param name="View">Structure used.</param>
public readonly record struct OverviewQuestion(int Committee, Period Period, Comparison Compare, StructureView View);

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

/// <summary>Through which structure figures roll up.</summary>
public enum StructureView
{
    /// <summary>Cơ cấu hiện nay.</summary>
    Now,

    /// <summary>Cơ cấu tại thời điểm báo cáo.</summary>
    Then,
}
