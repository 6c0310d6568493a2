using Dashboard.Domain.Meetings;

namespace Dashboard.MeetingBook;

/// <summary>A meeting that is over, as a line.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Decided">How much it decided.</param>
/// <param name="StillOpen">How much of that is still open.</param>
/// <param name="Overdue">How much of that is past its due day.</param>
public sealed record PastMeeting(CommitteeMeeting Meeting, int Decided, int StillOpen, int Overdue);
