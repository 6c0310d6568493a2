using System.Security.Claims;
using Dashboard.Data;
using Dashboard.Layout;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Dashboard.Access;

/// <summary>
/// Signing in through another service, where the settings name one. The service says who somebody is; who may enter, and
/// what they may do, is said here alone: nobody gets an account by having one there. Its second factor is its own affair.
/// </summary>
public static class ExternalSignIn
{
    /// <summary>Name of the scheme.</summary>
    public const string Scheme = "External";

    /// <summary>How long somebody may take to answer the service.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    // Signed by the service's own key: a secret that both know would let whoever reads the settings sign as anybody.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    /// <summary>Adds the scheme if the settings name a service.</summary>
    /// <exception cref="InvalidOperationException">The settings are incomplete or unsafe.</exception>
    public static void AddExternalSignIn(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ExternalLoginRegister>();
        builder.Services.AddSingleton<ExternalAccounts>();
        if (ExternalSignInSettings.From(builder.Configuration) is { } settings)
        {
            builder.Services.AddSingleton(settings);
            builder.Services.AddAuthentication().AddOpenIdConnect(Scheme, options => Configure(options, settings));
        }
    }

    /// <summary>Maps the address that the button leads to; it is not there when no service is named.</summary>
    public static void MapExternalSignIn(this WebApplication app)
    {
        if (app.Services.GetService<ExternalSignInSettings>() is not null)
        {
            app.MapGet("/sign-in/external", Begin).AllowAnonymous();
        }
    }

    private static ChallengeHttpResult Begin(string? back) =>
        TypedResults.Challenge(new AuthenticationProperties { RedirectUri = Preferences.LocalOr(back) }, [Scheme]);

    private static void Configure(OpenIdConnectOptions options, ExternalSignInSettings settings)
    {
        options.Authority = settings.Authority.ToString();
        options.ClientId = settings.ClientId;
        options.ClientSecret = settings.ClientSecret;
        options.RequireHttpsMetadata = settings.Authority.Scheme == Uri.UriSchemeHttps;
        options.SignInScheme = SignIn.Scheme;
        options.CallbackPath = "/sign-in/external/done";
        // Our sessions end here, by their owner's or an administrator's hand: no address ends one from outside.
        options.RemoteSignOutPath = options.SignedOutCallbackPath = default;
        // By query, so that the cookies that tie the answer to the question need not be sent along by other sites.
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.RemoteAuthenticationTimeout = options.ProtocolValidator.NonceLifetime = Patience;
        Restrict(options.CorrelationCookie);
        Restrict(options.NonceCookie);
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = true;
        options.ClaimActions.MapJsonKey(settings.AccountClaim, settings.AccountClaim);
        options.SaveTokens = false;
        options.TokenValidationParameters.ValidAlgorithms = Algorithms;
        options.TokenValidationParameters.ClockSkew = TimeSpan.FromMinutes(1);
        options.Events.OnTokenValidated = RequireSignatureAsync;
        options.Events.OnTicketReceived = context => EnterAsync(context, settings);
        options.Events.OnRemoteFailure = RefuseAsync;
    }

    /// <summary>The handler puts a part by chance behind the name; the prefix and all else are those of our own cookies.</summary>
    private static void Restrict(CookieBuilder cookie)
    {
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.Path = "/";
        // Beside the instant that the handler states: a browser whose clock is wrong would drop the cookie at once.
        cookie.MaxAge = Patience;
    }

    /// <summary>The handler takes a token without a signature where it comes from the service itself, as the standard allows; that would leave all to the line to it.</summary>
    private static Task RequireSignatureAsync(TokenValidatedContext context)
    {
        if (context.TokenEndpointResponse?.IdToken?.Split('.') is not [_, _, { Length: > 0 }] || !Algorithms.Contains(context.SecurityToken.SignatureAlgorithm))
        {
            // Thrown and not told: what is thrown here is refused like every other fault of a token.
            throw new SecurityTokenInvalidSignatureException("The token is not signed.");
        }

        return Task.CompletedTask;
    }

    private static async Task EnterAsync(TicketReceivedContext context, ExternalSignInSettings settings)
    {
        HttpContext http = context.HttpContext;
        ClaimsPrincipal person = context.Principal!;
        // The claim as it stands in the signed token, whose issuer it bears.
        Claim? subject = person.FindFirst("sub");
        string? account = subject is null ? null : await http.RequestServices.GetRequiredService<ExternalAccounts>()
            .FindAsync(subject.Issuer, subject.Value, person.FindFirstValue(settings.AccountClaim), RequestAddress.Of(http), http.RequestAborted);
        context.HandleResponse();
        string back = Preferences.LocalOr(context.ReturnUri);
        if (account is null)
        {
            Refuse(http, back);
            return;
        }

        await SessionCookie.SignInAsync(http, account, SessionKind.External);
        http.Response.Redirect(back);
    }

    private static Task RefuseAsync(RemoteFailureContext context)
    {
        context.HttpContext.RequestServices.GetRequiredService<ExternalAccounts>().NoteFailure(context.Failure);
        context.HandleResponse();
        Refuse(context.HttpContext, Preferences.LocalOr(context.Properties?.RedirectUri));
        return Task.CompletedTask;
    }

    // One answer to every failure, the same as to a wrong password.
    private static void Refuse(HttpContext http, string back) => http.Response.Redirect($"/sign-in?external=refused&back={Uri.EscapeDataString(back)}");
}
