using System.Security.Claims;
using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Data;

namespace Dashboard.Returns;

/// <summary>
/// The one place that says who may do what with the return of a committee. What a committee hands in is approved from above:
/// a reviewer of a committee reviews those below it and never its own.
/// </summary>
public sealed class ReturnRights(AccountScopes scopes, CommitteeDirectory directory)
{
    /// <summary>Committees whose returns the principal may enter.</summary>
    public Scope Entering(ClaimsPrincipal principal) => scopes.Of(principal, AccountRole.Officer);

    /// <summary>Committees that the principal reviews from: of those strictly below them.</summary>
    public Scope Reviewing(ClaimsPrincipal principal) => scopes.Of(principal, AccountRole.Reviewer);

    /// <summary>Whether the principal may enter the return of a committee.</summary>
    public bool MayEnter(ClaimsPrincipal principal, int committee) => Entering(principal).Sees(committee, directory.Search.ParentOf);

    /// <summary>Whether the principal may approve, send back or correct the return of a committee.</summary>
    public bool MayReview(ClaimsPrincipal principal, int committee) => IsAbove(Reviewing(principal), committee, directory.Search.ParentOf);

    /// <summary>Whether a scope stands above a committee: what is above holds the committee's parent. Only who reviews every root stands above a root.</summary>
    /// <param name="scope">What was granted.</param>
    /// <param name="committee">Number of the committee.</param>
    /// <param name="parent">Number of the committee above a committee today, negative at a root.</param>
    public static bool IsAbove(Scope scope, int committee, Func<int, int> parent) => scope.Sees(parent(committee), parent);
}
