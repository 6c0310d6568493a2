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

    /// <summary>Committees in which an account holds one of these roles.</summary>
    public Scope Of(Rights rights, params IEnumerable<AccountRole> roles) => rights.In(roles, NumberOf);

    /// <summary>Committees whose meeting the principal may show.</summary>
    public Scope OfMeetings(ClaimsPrincipal principal) => principal.ToRights()?.InMeetings(NumberOf) ?? Scope.Nothing;

    /// <summary>Whether an account may show the meeting of a committee; a screen that was let in shows that of its own committee and of none below it.</summary>
    /// <param name="rights">What the account may do.</param>
    /// <param name="code">Code of the committee; nothing is shown of a code that nobody bears.</param>
    /// <param name="parent">Number of the committee above a committee today, negative at a root.</param>
    public bool ShowsMeeting(Rights rights, string code, Func<int, int> parent) =>
        NumberOf(code) is { } number
        && (!rights.IsScreen || rights.Limit!.Any(g => g.Committee is { } own && NumberOf(own) == number))
        && rights.InMeetings(NumberOf).Sees(number, parent);

    private int? NumberOf(string code) => figures.Now.Hierarchy.TryNumberOf(code, out int number) ? number : null;
}
