using System.Security.Claims;
using Dashboard.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Dashboard.Access;

/// <summary>
/// What stands behind the cookie: a session in the database, begun anew at each sign-in, so that a cookie of before is
/// worth nothing afterwards, and ended by signing out, so that a copy of the cookie is worth nothing either.
/// </summary>
public sealed class SessionCookie(AccessBook book, SessionRegister sessions, LastUse use, IEnumerable<OtherEntrance> entrances, TimeProvider time) : CookieAuthenticationEvents
{
    /// <summary>How long a session lasts at the most, whatever is done in it.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>Signs an account in: the answer's cookie stands for a new session.</summary>
    /// <param name="http">The request that is answered.</param>
    /// <param name="account">Name of the account.</param>
    /// <param name="kind">How the session begins.</param>
    /// <param name="stamp">Stamp of the secrets that were found right: when they have changed since, the session is over as it begins. Null for those of now.</param>
    /// <param name="terms">What is special about it; null for a person's session on this device.</param>
    public static Task SignInAsync(HttpContext http, string account, SessionKind kind, string? stamp = null, SessionTerms? terms = null)
    {
        var properties = new AuthenticationProperties { IsPersistent = terms is not null, ExpiresUtc = terms?.ExpiresAt };
        properties.SetParameter(nameof(SessionKind), kind);
        properties.SetParameter(nameof(Session.Stamp), stamp);
        properties.SetParameter(nameof(SessionTerms), terms);
        return http.SignInAsync(SignIn.Scheme, new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, account)], SignIn.Scheme)), properties);
    }

    /// <inheritdoc />
    public override async Task SigningIn(CookieSigningInContext context)
    {
        string account = context.Principal?.Identity?.Name ?? throw new InvalidOperationException("Nobody is named who is to be signed in.");
        SessionKind kind = context.Properties.GetParameter<SessionKind?>(nameof(SessionKind)) ?? SessionKind.Password;
        string secret = RandomSecret.New();
        var terms = context.Properties.GetParameter<SessionTerms>(nameof(SessionTerms));
        await EndAsync(context.HttpContext);
        await StartAsync(context.HttpContext, account, kind, secret, context.Properties.GetParameter<string>(nameof(Session.Stamp)), terms);
        // By its length too: a screen whose own clock is wrong would drop the cookie at once.
        context.CookieOptions.MaxAge = terms?.ExpiresAt - time.GetUtcNow().UtcDateTime;
        context.Principal = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, account), new Claim(AccountClaims.Session, secret)], SignIn.Scheme));
    }

    /// <inheritdoc />
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        string? secret = context.Principal?.FindFirstValue(AccountClaims.Session);
        if (book.FindSession(secret) is { } session && book.OfSession(secret) is { } rights)
        {
            use.Note(session);
            context.ReplacePrincipal(rights.ToPrincipal(SignIn.Scheme, secret));
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(SignIn.Scheme);
    }

    /// <inheritdoc />
    public override Task SigningOut(CookieSigningOutContext context) => EndAsync(context.HttpContext);

    /// <inheritdoc />
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) => !IsForPages(context.Request) ? Refuse(context) : base.RedirectToLogin(ByItsEntrance(context));

    private RedirectContext<CookieAuthenticationOptions> ByItsEntrance(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.RedirectUri = entrances.Select(entrance => entrance(context.Request)).FirstOrDefault(path => path is not null) ?? context.RedirectUri;
        return context;
    }

    private static bool IsForPages(HttpRequest request) => HttpMethods.IsGet(request.Method) && !request.Path.StartsWithSegments("/_blazor");

    private static Task Refuse(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    /// <summary>Ends the session that a request comes in, if any: signing out, or in again.</summary>
    private async Task EndAsync(HttpContext http)
    {
        if (book.FindSession(http.User.FindFirstValue(AccountClaims.Session)) is { } session)
        {
            await sessions.EndAsync(session.Account, session.Account, s => s.Hash == session.Hash, cancellationToken: http.RequestAborted);
            await book.RefreshAsync(session.Account);
        }
    }

    private async Task StartAsync(HttpContext http, string account, SessionKind kind, string secret, string? stamp, SessionTerms? terms)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        // The account may have been made, or its password changed, a moment ago by the very request that signs in.
        await book.RefreshAsync(account);
        await sessions.StartAsync(account, new Session
        {
            Hash = RandomSecret.HashOf(secret),
            Account = account,
            Kind = kind,
            Stamp = stamp ?? book.StampOf(account),
            Device = terms?.Device ?? DeviceName.Of(http.Request.Headers.UserAgent),
            Address = RequestAddress.Of(http),
            StartedAt = now,
            SeenAt = now,
            ExpiresAt = terms?.ExpiresAt ?? now + Longest,
            Limit = terms?.Limit,
        });
        await book.RefreshAsync(account);
    }
}
