using System.Security.Claims;
using System.Text.Encodings.Web;
using Dashboard.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Access;

/// <summary>Signs a request of the API in by <c>Authorization: Bearer …</c>. Only the SHA-256 of a token is stored.</summary>
public sealed class BearerToken(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IDbContextFactory<DashboardDb> databases, TimeProvider time)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public const string SchemeName = "Token";

    /// <summary>Policy of endpoints that take a token and nothing else: no cookie, so no page of another site can use them.</summary>
    public const string Policy = "api";

    private const string Prefix = "Bearer ";

    /// <inheritdoc />
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        string? header = Request.Headers.Authorization;
        if (header is null || !header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        await using DashboardDb db = await databases.CreateDbContextAsync(Context.RequestAborted);
        Data.Account? account = await AccountRegister.FindByTokenAsync(db, header[Prefix.Length..].Trim(), time.GetUtcNow().UtcDateTime, Context.RequestAborted);
        if (account is null)
        {
            return AuthenticateResult.Fail("The token is unknown or has expired.");
        }

        string role = account.Role == AccountRole.Administrator ? Roles.Administrator : Roles.Viewer;
        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.Name, account.Name), new Claim(ClaimTypes.Role, role), .. account.Scope.Select(code => new Claim(AccountScopes.ScopeClaim, code))],
            Scheme.Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }
}
