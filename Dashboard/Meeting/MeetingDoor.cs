using System.Security.Claims;
using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Live;

namespace Dashboard.Meeting;

/// <summary>Where every page and connection of a meeting asks whether whoever comes may be there.</summary>
internal sealed class MeetingDoor(AccountScopes scopes, AccessBook book, SecondFactorDuty duty, CommitteeDirectory directory, Denials denials, LiveFigures figures)
{
    /// <summary>Whoever may watch the meeting of a committee; null when there is none such or they may not, which is noted.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="code">Code of the committee.</param>
    /// <param name="address">Address of the page without what is chosen on it, for the log.</param>
    public (int Committee, MeetingGuest Guest)? Enter(ClaimsPrincipal user, string code, string address)
    {
        if (user.ToRights() is not { } rights || !figures.Now.Hierarchy.TryNumberOf(code, out int committee))
        {
            return null;
        }

        if (!scopes.ShowsMeeting(rights, code, directory.Search.ParentOf))
        {
            denials.Note(user, address, committee);
            return null;
        }

        return (committee, new MeetingGuest(book, duty, scopes, directory, user, code, committee));
    }
}
