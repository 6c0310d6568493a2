using Dashboard.Domain.Meetings;
using Dashboard.Live;

namespace Dashboard.Meetings;

/// <summary>Finds meetings and decisions in the live state.</summary>
public static class KeptMeetings
{
    /// <summary>The committee's meeting that goes on; null when there is none.</summary>
    public static CommitteeMeeting? OpenMeeting(this LiveState state, int committee) => state.Meetings.Values.FirstOrDefault(m => m.IsOpen && m.Committee == committee);

    /// <summary>The meeting that goes on at a committee or at the nearest one above it; null when there is none that the reader sees.</summary>
    /// <param name="state">The state.</param>
    /// <param name="committee">Number of the committee.</param>
    /// <param name="above">Number of the committee above one today, negative at a root.</param>
    /// <param name="sees">Whether the reader may see a committee.</param>
    public static CommitteeMeeting? OpenMeetingAbove(this LiveState state, int committee, Func<int, int> above, Func<int, bool> sees)
    {
        CommitteeMeeting? open = null;
        for (int number = committee; open is null && number >= 0 && sees(number); number = above(number))
        {
            open = state.OpenMeeting(number);
        }

        return open;
    }

    /// <summary>The committee's closed meetings, the latest first.</summary>
    public static IReadOnlyList<CommitteeMeeting> PastMeetings(this LiveState state, int committee) =>
        [.. state.Meetings.Values.Where(m => !m.IsOpen && m.Committee == committee).OrderByDescending(m => m.OpenedAt).ThenByDescending(m => m.Id)];

    /// <summary>The meeting that “since last time” compares with: the committee's latest closed one that was opened before an instant.</summary>
    /// <param name="state">The state.</param>
    /// <param name="committee">Number of the committee.</param>
    /// <param name="before">An instant, UTC; null for the latest of all. For what an open meeting compares with, its own <see cref="CommitteeMeeting.OpenedAt"/>.</param>
    public static CommitteeMeeting? LastMeeting(this LiveState state, int committee, DateTime? before = null) =>
        state.PastMeetings(committee).FirstOrDefault(m => before is null || m.OpenedAt < before);

    /// <summary>Decisions of the committee's meetings that are open on a day, the longest overdue first.</summary>
    public static IReadOnlyList<Decision> OpenDecisions(this LiveState state, int committee, DateOnly day) =>
        [.. state.Decisions.Values.Where(d => d.Committee == committee && d.IsOpenOn(day)).OrderBy(d => d.DueOn).ThenBy(d => d.Id)];

    /// <summary>The agenda of the committee's next meeting unless another is chosen.</summary>
    public static IReadOnlyList<AgendaItem> UsualAgenda(this LiveState state, int committee, DateOnly day) =>
        MeetingRules.UsualAgenda(state.OpenDecisions(committee, day).Count > 0, state.LastMeeting(committee) is not null);
}
