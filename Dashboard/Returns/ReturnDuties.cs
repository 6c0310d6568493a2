using System.Security.Claims;
using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Domain.Returns;
using Dashboard.Live;

namespace Dashboard.Returns;

/// <summary>Counts what somebody has to do with returns.</summary>
public sealed class ReturnDuties(ReturnRights rights, CommitteeDirectory directory, LiveFigures figures, LocalCalendar calendar)
{
    /// <summary>The committees in which somebody has a duty, or from which on down.</summary>
    public Scope Of(ClaimsPrincipal principal, Duty duty) => duty == Duty.Enter ? rights.Entering(principal) : rights.Reviewing(principal);

    /// <summary>How many returns wait for them; 0 while the figures are being loaded.</summary>
    public int Count(Scope scope, Duty duty) => duty == Duty.Enter
        ? OwedReturns.Of(figures.Now, c => scope.Sees(c, directory.Search.ParentOf), calendar.Today).Count(r => !r.IsIn)
        : figures.Now.Returns.Values.SelectMany(of => of.Values).Count(r => r.State == ReturnState.Submitted && ReturnRights.IsAbove(scope, r.Committee, directory.Search.ParentOf));
}
