using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Layout;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Dashboard.Access;

/// <summary>Signing in and out by cookie. Every address says who may open it; what says nothing is closed.</summary>
public static class SignIn
{
    /// <summary>Name of the scheme of the session cookie.</summary>
    public static readonly string Scheme = IdentityConstants.ApplicationScheme;

    /// <summary>How long a session lasts when nothing is done in it.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    /// <summary>Adds accounts, sessions, tokens and the policies of addresses.</summary>
    public static void AddAccess(this WebApplicationBuilder builder)
    {
        IServiceCollection services = builder.Services;
        services.AddSingleton<AccessBook>();
        services.AddHostedService(given => given.GetRequiredService<AccessBook>());
        services.AddSingleton<AccountScopes>();
        services.AddSingleton<LastUse>();
        services.AddSingleton<SessionCookie>();
        services.AddSingleton(given => new SampleSignIn(
            given.GetRequiredService<AccessBook>(), builder.Environment.IsDevelopment() || builder.Configuration.GetValue("Dashboard:Sample", false)));
        AddSchemes(services);
        services.AddPolicies();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, HiddenWhenRefused>();
        services.AddCascadingAuthenticationState();
        services.AddScoped<CircuitAccount>();
        services.AddScoped<AuthenticationStateProvider>(given => given.GetRequiredService<CircuitAccount>());
        services.AddScoped<CircuitHandler, CircuitGate>();
        services.AddAntiforgery(options => Restrict(options.Cookie, "form"));
        services.AddKeys();
    }

    /// <summary>Asks on every request who it is from.</summary>
    public static void UseAccess(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseConnectionGate();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    /// <summary>Maps the start page and the two forms.</summary>
    public static void MapAccess(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", Start).RequireAuthorization(Policies.Meet);
        routes.MapPost("/sign-in/sample", SignInAsync).AllowAnonymous();
        routes.MapPost("/sign-out", SignOutAsync).RequireAuthorization(Policies.Meet);
    }

    /// <summary>A cookie that no script reads, that no other site sends along, and that over TLS no plain connection and no other host sets.</summary>
    internal static void Restrict(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.Path = "/";
        cookie.IsEssential = true;
    }

    private static void AddSchemes(IServiceCollection services)
    {
        services.AddAuthentication(Scheme).AddCookie(Scheme, options =>
        {
            Restrict(options.Cookie, "account");
            options.LoginPath = "/sign-in";
            options.ReturnUrlParameter = "back";
            options.ExpireTimeSpan = Idle;
            options.SlidingExpiration = true;
            options.EventsType = typeof(SessionCookie);
        }).AddScheme<AuthenticationSchemeOptions, BearerToken>(BearerToken.SchemeName, null);
        services.AddIdentityCore<Credential>(options => options.Tokens.AuthenticatorIssuer = "Bảng theo dõi công tác cấp ủy")
            .AddTokenProvider<AuthenticatorTokenProvider<Credential>>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddScoped<IUserStore<Credential>, CredentialStore>();
    }

    /// <summary>Keeps the keys that cookies are sealed with beside the data, so that a restart signs nobody out.</summary>
    private static void AddKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("dashboard");
        services.AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>().Configure<DatabaseSettings, ILoggerFactory>((options, settings, logging) =>
        {
            DirectoryInfo folder = Directory.CreateDirectory(Path.Combine(settings.Folder, "keys"));
            if (!OperatingSystem.IsWindows())
            {
                folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            }

            options.XmlRepository = new Microsoft.AspNetCore.DataProtection.Repositories.FileSystemXmlRepository(folder, logging);
        });
    }

    private static RedirectHttpResult Start(HttpContext context, CommitteeDirectory committees)
    {
        Rights? rights = context.User.ToRights();
        IReadOnlyList<Grant> grants = rights?.Limit ?? rights?.Grants ?? [];
        string? code = grants.Select(g => g.Committee).FirstOrDefault(c => c is not null) ?? (grants.Count > 0 && committees.Search.Roots is [{ } root, ..] ? root.Code : null);
        string page = rights?.HasAny(Rights.Readers) == true ? "c" : "meeting";
        return TypedResults.LocalRedirect(code is null ? "/not-found" : $"/{page}/{Uri.EscapeDataString(code)}");
    }

    // Bound from the form, which makes the framework refuse the request when its antiforgery token is missing or wrong.
    private static async Task<IResult> SignInAsync(HttpContext context, SampleSignIn samples, [FromForm] string? account, [FromForm] string? back)
    {
        if (samples.Find(account) is not { } found)
        {
            return TypedResults.LocalRedirect("/sign-in");
        }

        await SessionCookie.SignInAsync(context, found.Name, SessionKind.Sample);
        return TypedResults.LocalRedirect(Preferences.LocalOr(back));
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return TypedResults.BadRequest();
        }

        await context.SignOutAsync(Scheme);
        return TypedResults.LocalRedirect("/sign-in");
    }
}
