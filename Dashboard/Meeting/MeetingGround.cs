using Dashboard.Domain.Committees;
using Dashboard.Domain.Meetings;
using Dashboard.Live;
using Dashboard.Overview;
using Dashboard.Since;

namespace Dashboard.Meeting;

/// <summary>What a meeting's scenes are read from: the figures that come, or those of the moment it was frozen at.</summary>
/// <param name="Figures">The figures, of a moment as <see cref="StillBelow"/> shows it.</param>
/// <param name="Board">Overviews of them.</param>
/// <param name="Meeting">The meeting that goes on; null where nobody has opened one.</param>
/// <param name="Later">How many changes have come since the moment.</param>
/// <param name="CountedTo">Last log entry that was looked at for <paramref name="Later"/>.</param>
/// <param name="Earlier">The moment of the meeting before; null for the first.</param>
/// <param name="Moment">The moment as it was, to compare with the earlier one; null while it is not frozen.</param>
/// <param name="Structure">The structure of today by which it was decided who still stands below.</param>
/// <param name="Day">The day of that structure.</param>
internal sealed record MeetingGround(IFigures Figures, OverviewBoard Board, CommitteeMeeting? Meeting, int Later, long CountedTo, SinceMoment? Earlier, PastFigures? Moment = null, Hierarchy? Structure = null, DateOnly Day = default);
