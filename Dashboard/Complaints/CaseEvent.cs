using Dashboard.Domain.Complaints;

namespace Dashboard.Complaints;

/// <summary>One thing that happened to a case, as the log keeps it.</summary>
/// <param name="Sequence">Number of the entry.</param>
/// <param name="At">When, UTC.</param>
/// <param name="By">Name shown of the account, in the reader's language.</param>
/// <param name="Reason">Why, where it was said.</param>
/// <param name="Before">What held; null when it was entered.</param>
/// <param name="After">What holds since.</param>
public sealed record CaseEvent(long Sequence, DateTime At, string By, string? Reason, Complaint? Before, Complaint After);
