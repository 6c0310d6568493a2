using System.Collections.Immutable;
using Dashboard.Committees;
using Dashboard.Domain.Meetings;
using Dashboard.Live;
using Dashboard.Meetings;

namespace Dashboard.MeetingBook;

/// <summary>Meetings of one committee, and decisions that its meetings made or that it or a committee below it owes, as of one moment.</summary>
public sealed class MeetingList
{
    private readonly LiveState _state;
    private readonly DateOnly _today;
    private readonly Func<int, bool> _sees;
    private readonly DecisionRow[] _all;

    /// <summary>Reads them.</summary>
    /// <param name="state">The moment.</param>
    /// <param name="committee">Number of the committee.</param>
    /// <param name="address">What is chosen.</param>
    /// <param name="today">Today where the committees are.</param>
    /// <param name="sees">Whether the reader may see a committee.</param>
    public MeetingList(LiveState state, int committee, MeetingBookAddress address, DateOnly today, Func<int, bool> sees)
    {
        (_state, _today, _sees) = (state, today, sees);
        ImmutableArray<int> parents = state.Hierarchy.ParentsNow(today);
        _all = [.. state.Decisions.Values.Where(d => d.Committee == committee || IsWithin(d.Owing, committee, parents)).Select(RowOf)];
        Open = state.OpenMeeting(committee);
        Past = [.. state.PastMeetings(committee).Select(PastOf)];
        Owing = [.. _all.Select(row => row.Owing).OfType<CommitteeLink>().Distinct().OrderBy(link => link.LocalName(), StringComparer.CurrentCulture)];
        Rows = [.. _all.Where(row => IsChosen(row, address)).OrderByDescending(row => row.IsOpen).ThenBy(row => row.IsOpen ? row.Decision.DueOn : DateOnly.MinValue)
            .ThenByDescending(row => row.Decision.DoneOn).ThenByDescending(row => row.Decision.Id)];
    }

    /// <summary>The meeting that goes on.</summary>
    public CommitteeMeeting? Open { get; }

    /// <summary>Meetings that are over, the latest first.</summary>
    public IReadOnlyList<PastMeeting> Past { get; }

    /// <summary>The meeting in which something may be decided: the one that goes on, or the latest; null where there was none.</summary>
    public CommitteeMeeting? Deciding => Open ?? (Past.Count > 0 ? Past[0].Meeting : null);

    /// <summary>Committees that owe something, by which the list may be narrowed.</summary>
    public IReadOnlyList<CommitteeLink> Owing { get; }

    /// <summary>The lines that are chosen: open ones first, the longest overdue at the top.</summary>
    public IReadOnlyList<DecisionRow> Rows { get; }

    /// <summary>How many decisions there are in a state, whatever is chosen.</summary>
    public int Count(DecisionState state) => _all.Count(row => IsIn(row, state));

    /// <summary>The line of one decision, chosen or not; null when it is none of these.</summary>
    public DecisionRow? Find(long id) => Array.Find(_all, row => row.Decision.Id == id);

    private static bool IsWithin(int committee, int top, ImmutableArray<int> parents)
    {
        while (committee >= 0 && committee != top)
        {
            committee = parents[committee];
        }

        return committee == top;
    }

    private static bool IsChosen(DecisionRow row, MeetingBookAddress address) =>
        IsIn(row, address.State) && (address.Committee is null || row.Owing?.Code == address.Committee);

    private static bool IsIn(DecisionRow row, DecisionState state) => state switch
    {
        DecisionState.Open => row.IsOpen,
        DecisionState.Overdue => row.IsOverdue,
        DecisionState.Done => !row.IsOpen,
        _ => true,
    };

    private PastMeeting PastOf(CommitteeMeeting meeting)
    {
        DecisionRow[] made = [.. _all.Where(row => row.Decision.Meeting == meeting.Id)];
        return new PastMeeting(meeting, made.Length, made.Count(row => row.IsOpen), made.Count(row => row.IsOverdue));
    }

    private DecisionRow RowOf(Decision decision) => new(
        decision,
        LinkTo(decision.Owing),
        LinkTo(decision.About),
        LinkTo(decision.Committee),
        decision.Indicator is { } number ? (_state.Indicators[number].Name, _state.Indicators[number].NameEn) : null,
        decision.IsOpenOn(_today),
        decision.DueOn.DayNumber - _today.DayNumber);

    private CommitteeLink? LinkTo(int committee) => _sees(committee) ? CommitteeDoor.LinkTo(_state.Hierarchy, committee) : null;
}
