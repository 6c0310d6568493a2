using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Guard;
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

    // As OWASP asks of PBKDF2 with SHA-512.
    private const int PasswordIterations = 210_000;

    /// <summary>Adds accounts, sessions, tokens and the policies of addresses.</summary>
    public static void AddAccess(this WebApplicationBuilder builder)
    {
        IServiceCollection services = builder.Services;
        var cookies = CookieSafety.From(builder.Configuration);
        services.AddSingleton(cookies);
        services.AddSingleton(SecondFactorDuty.From(builder.Configuration));
        services.AddSingleton<AccessBook>();
        services.AddHostedService(given => given.GetRequiredService<AccessBook>());
        services.AddSingleton<AccountScopes>();
        services.AddSingleton<LastUse>();
        services.AddSingleton<SessionCookie>();
        services.AddSingleton(given => new SampleSignIn(
            given.GetRequiredService<AccessBook>(), builder.Environment.IsDevelopment() || builder.Configuration.GetValue("Dashboard:Sample", false)));
        AddSchemes(services, cookies);
        AddSteps(services);
        services.AddPolicies();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, HiddenWhenRefused>();
        services.AddCascadingAuthenticationState();
        services.AddScoped<CircuitAccount>();
        services.AddScoped<AuthenticationStateProvider>(given => given.GetRequiredService<CircuitAccount>());
        services.AddScoped<CircuitHandler, SessionGate>();
        services.AddAntiforgery(options => cookies.Restrict(options.Cookie, "form"));
        services.AddKeys();
    }

    /// <summary>Asks on every request who it is from.</summary>
    public static void UseAccess(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseConnectionGate();
        app.UseAuthorization();
        app.UseSecondFactorDuty();
        app.UseAntiforgery();
    }

    /// <summary>Maps the start page and the two forms.</summary>
    public static void MapAccess(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", Start).RequireAuthorization(Policies.Meet);
        routes.MapPost("/sign-in/sample", SignInAsync).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn);
        routes.MapPost("/sign-out", SignOutAsync).RequireAuthorization(Policies.Meet);
    }

    private static void AddSchemes(IServiceCollection services, CookieSafety cookies)
    {
        services.AddAuthentication(Scheme).AddCookie(Scheme, options =>
        {
            cookies.Restrict(options.Cookie, "account");
            options.LoginPath = "/sign-in";
            options.ReturnUrlParameter = "back";
            options.ExpireTimeSpan = Idle;
            options.SlidingExpiration = true;
            options.EventsType = typeof(SessionCookie);
        }).AddScheme<AuthenticationSchemeOptions, BearerToken>(BearerToken.SchemeName, null);
    }

    private static void AddSteps(IServiceCollection services)
    {
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordIterations);
        services.AddSingleton<IPasswordHasher<Credential>, PasswordHasher<Credential>>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<SignInTries>();
        services.AddSingleton<PasswordSignIn>();
        services.AddSingleton<KnownDevices>();
        services.AddSingleton<PendingSignIn>();
        services.AddSingleton<SecondFactor>();
        services.AddSingleton<Invitations>();
        services.AddSingleton<FirstStart>();
        services.AddKeyedSingleton<TextWriter>(SetupLink.Console, (_, _) => Console.Out);
        services.AddHostedService<SetupLink>();
        services.AddScoped<SignInWords>();
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
