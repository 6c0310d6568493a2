using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Dashboard.Access;

/// <summary>An account as the cookie carries it: by its name alone, so that what it may do is looked up each time.</summary>
public static class AccountClaims
{
    /// <summary>The principal that signs in as <paramref name="account"/>.</summary>
    public static ClaimsPrincipal ToPrincipal(this Account account) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.Name, account.Name), new Claim(ClaimTypes.Role, account.Role)], CookieAuthenticationDefaults.AuthenticationScheme));

    /// <summary>The account behind a principal, or null when nobody is signed in.</summary>
    public static Account? ToAccount(this ClaimsPrincipal principal) => SampleAccounts.Find(principal.Identity?.Name);
}
