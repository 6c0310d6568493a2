namespace Dashboard.Domain.Complaints;

/// <summary>Kinds of complaint.</summary>
public enum ComplaintKind
{
    /// <summary>Khiếu nại.</summary>
    Complaint,

    /// <summary>Tố cáo.</summary>
    Denunciation,

    /// <summary>Kiến nghị, phản ánh.</summary>
    Petition,
}

/// <summary>How a complaint ended.</summary>
public enum ComplaintOutcome
{
    /// <summary>Right in full.</summary>
    Upheld,

    /// <summary>Right in part.</summary>
    PartlyUpheld,

    /// <summary>Not right.</summary>
    NotUpheld,

    /// <summary>Withdrawn by whoever brought it.</summary>
    Withdrawn,

    /// <summary>Passed on to the competent body.</summary>
    PassedOn,
}

/// <summary>Ageing band of an open case.</summary>
public enum DeadlineBand
{
    /// <summary>More than 7 days left.</summary>
    Within,

    /// <summary>0 to 7 days left.</summary>
    DueSoon,

    /// <summary>Past the deadline.</summary>
    Overdue,
}
