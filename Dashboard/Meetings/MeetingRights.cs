using System.Security.Claims;
using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Domain.Meetings;

namespace Dashboard.Meetings;

/// <summary>
/// Who may steer a committee's meetings: whoever may read its figures, leaders first of all. A screen on a wall only shows them.
/// That a decision was carried out is said by those, or by who works in the committee that owes it.
/// </summary>
public sealed class MeetingRights(AccountScopes scopes, CommitteeDirectory directory)
{
    private static readonly AccountRole[] Working = [AccountRole.Officer, AccountRole.Reviewer];

    /// <summary>Whether somebody may open, freeze and close the meetings of a committee, choose their scenes and decide in them.</summary>
    public bool MaySteer(ClaimsPrincipal? user, int committee) => user is not null && scopes.Of(user).Sees(committee, directory.Search.ParentOf);

    /// <summary>Whether somebody may say that a decision was carried out, or that it was not after all.</summary>
    public bool MaySettle(ClaimsPrincipal? user, Decision decision) =>
        user is not null && (MaySteer(user, decision.Committee) || scopes.Of(user, Working).Sees(decision.Owing, directory.Search.ParentOf));
}
