namespace Dashboard.Domain.Returns;

/// <summary>Where a return stands. Its figures count from <see cref="Submitted"/> on.</summary>
public enum ReturnState
{
    /// <summary>Nothing entered yet (chưa nộp).</summary>
    NotStarted,

    /// <summary>Being entered (nháp).</summary>
    Draft,

    /// <summary>Handed in, waiting for the reviewer (đã nộp).</summary>
    Submitted,

    /// <summary>Sent back with a reason (trả lại).</summary>
    SentBack,

    /// <summary>Approved and locked (đã duyệt).</summary>
    Approved,
}
