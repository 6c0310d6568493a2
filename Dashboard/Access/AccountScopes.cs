using System.Security.Claims;
using Dashboard.Live;

namespace Dashboard.Access;

/// <summary>The one place that says which committees whoever signed in may see, by page, API or push.</summary>
public sealed class AccountScopes(LiveFigures figures)
{
    /// <summary>Claim that carries the code of one committee of the scope, for those who sign in by a token.</summary>
    public const string ScopeClaim = "scope";

    /// <summary>The scope of a principal; nothing when nobody is signed in.</summary>
    public Scope Of(ClaimsPrincipal principal)
    {
        if (principal.Identity?.AuthenticationType == BearerToken.SchemeName)
        {
            return principal.IsInRole(Roles.Administrator) && !principal.HasClaim(c => c.Type == ScopeClaim)
                ? Scope.Everything
                : Scope.Below(principal.FindAll(ScopeClaim).Select(c => NumberOf(c.Value)).OfType<int>());
        }

        return principal.ToAccount() is { } account ? Scope.Of(account, NumberOf) : Scope.Below([]);
    }

    private int? NumberOf(string code) => figures.Now.Hierarchy.TryNumberOf(code, out int number) ? number : null;
}
