using System.Security.Claims;
using Dashboard.Data;

namespace Dashboard.Access;

/// <summary>
/// An account as the claims of a principal. The cookie holds its name and the session's secret alone; the rest is put
/// there anew for each request and for each change, from <see cref="AccessBook"/>.
/// </summary>
public static class AccountClaims
{
    /// <summary>Claim that carries the secret of the session; in the cookie only.</summary>
    public const string Session = "session";

    private const string Shown = "shown", ShownEn = "shown-en", Granted = "grant", Limited = "limited", LimitedTo = "limit", SingleFactor = "single-factor";

    /// <summary>The principal of an account.</summary>
    /// <param name="rights">The account and what it may do.</param>
    /// <param name="scheme">Name of the scheme it signed in by.</param>
    /// <param name="session">Secret of the session, where there is one.</param>
    public static ClaimsPrincipal ToPrincipal(this Rights rights, string scheme, string? session = null)
    {
        var identity = new ClaimsIdentity(scheme, ClaimTypes.Name, ClaimTypes.Role);
        // The identifier is what forms are bound to: without it they would be to all claims, and break in every open page when a grant changes.
        identity.AddClaims([new(ClaimTypes.Name, rights.Account), new(ClaimTypes.NameIdentifier, rights.Account), new(Shown, rights.DisplayName), new(ShownEn, rights.DisplayNameEn)]);
        identity.AddClaims(rights.Grants.Select(g => new Claim(Granted, g.ToString())));
        if (rights.Limit is not null)
        {
            identity.AddClaim(new Claim(Limited, ""));
            identity.AddClaims(rights.Limit.Select(g => new Claim(LimitedTo, g.ToString())));
        }

        if (rights.LacksSecondFactor)
        {
            identity.AddClaim(new Claim(SingleFactor, ""));
        }

        if (session is not null)
        {
            identity.AddClaim(new Claim(Session, session));
        }

        return new ClaimsPrincipal(identity);
    }

    /// <summary>The account behind a principal; null when nobody is signed in.</summary>
    public static Rights? ToRights(this ClaimsPrincipal principal) =>
        principal.Identity is { IsAuthenticated: true, Name: { } name } && principal.FindFirstValue(Shown) is { } shown
            ? new Rights(
                name, shown, principal.FindFirstValue(ShownEn) ?? shown, Grants(principal, Granted),
                principal.HasClaim(c => c.Type == Limited) ? Grants(principal, LimitedTo) : null)
            {
                LacksSecondFactor = principal.HasClaim(c => c.Type == SingleFactor),
            }
            : null;

    private static Grant[] Grants(ClaimsPrincipal principal, string claim) => [.. principal.FindAll(claim).Select(c => Grant.Parse(c.Value))];
}
