using System.Security.Claims;
using Dashboard.Data;
using Dashboard.Live;

namespace Dashboard.Access;

/// <summary>The one place that says which committees whoever signed in may see and work in, by page, API, export or push.</summary>
public sealed class AccountScopes(LiveFigures figures)
{
    /// <summary>Committees whose figures the principal may read; nothing when nobody is signed in.</summary>
    public Scope Of(ClaimsPrincipal principal) => Of(principal, Rights.Readers);

    /// <summary>Committees in which the principal holds one of these roles.</summary>
    public Scope Of(ClaimsPrincipal principal, params IEnumerable<AccountRole> roles) => principal.ToRights()?.In(roles, NumberOf) ?? Scope.Nothing;

    /// <summary>Committees whose meeting the principal may show.</summary>
    public Scope OfMeetings(ClaimsPrincipal principal) => principal.ToRights()?.InMeetings(NumberOf) ?? Scope.Nothing;

    private int? NumberOf(string code) => figures.Now.Hierarchy.TryNumberOf(code, out int number) ? number : null;
}
