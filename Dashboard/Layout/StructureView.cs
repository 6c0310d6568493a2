namespace Dashboard.Layout;

/// <summary>Through which structure figures roll up.</summary>
public enum StructureView
{
    /// <summary>Cơ cấu hiện nay.</summary>
    Now,

    /// <summary>Cơ cấu tại thời điểm báo cáo.</summary>
    Then,
}
