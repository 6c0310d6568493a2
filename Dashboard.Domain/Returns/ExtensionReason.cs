namespace Dashboard.Domain.Returns;

/// <summary>Why a committee asks for more time.</summary>
public enum ExtensionReason
{
    /// <summary>Committees below have not handed in yet (cấp dưới chưa nộp).</summary>
    WaitingForBelow,

    /// <summary>Files are still being checked against the papers (đang đối chiếu hồ sơ).</summary>
    CheckingFiles,

    /// <summary>The committee is being reorganised (đang sắp xếp tổ chức).</summary>
    Reorganising,

    /// <summary>A congress or a campaign takes all hands (đại hội, đợt cao điểm).</summary>
    Campaign,

    /// <summary>Storm, flood, or a line that is down (thiên tai, sự cố).</summary>
    Emergency,
}

/// <summary>Why more time is refused.</summary>
public enum ExtensionRefusal
{
    /// <summary>The level above needs the figures by then (cấp trên cần số liệu đúng hạn).</summary>
    NeededByThen,

    /// <summary>The reason does not suffice (lý do chưa thỏa đáng).</summary>
    NotReason,

    /// <summary>More time was given before (đã gia hạn).</summary>
    GrantedBefore,

    /// <summary>What is there can be handed in as provisional (nộp số liệu tạm tính trước).</summary>
    HandInWhatIsThere,
}

/// <summary>Where a request for more time stands.</summary>
public enum ExtensionState
{
    /// <summary>Not answered yet.</summary>
    Waiting,

    /// <summary>Granted: the return is due later.</summary>
    Granted,

    /// <summary>Refused with a reason.</summary>
    Refused,
}
