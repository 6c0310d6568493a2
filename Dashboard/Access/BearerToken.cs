using System.Security.Claims;
using System.Text.Encodings.Web;
using Dashboard.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Dashboard.Access;

/// <summary>Signs a request of the API in by <c>Authorization: Bearer …</c>. Only the SHA-256 of a token is stored.</summary>
public sealed class BearerToken(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AccessBook book, LastUse use)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public const string SchemeName = "Token";

    private const string Prefix = "Bearer ";

    /// <inheritdoc />
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Authenticate());

    private AuthenticateResult Authenticate()
    {
        string? header = Request.Headers.Authorization;
        if (header is null || !header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        if (book.OfToken(header[Prefix.Length..].Trim()) is not var (rights, token))
        {
            return AuthenticateResult.Fail("The token is unknown or has expired.");
        }

        use.Note(token);
        return AuthenticateResult.Success(new AuthenticationTicket(rights.ToPrincipal(SchemeName), SchemeName));
    }
}
