using Dashboard.Committees;
using Dashboard.Layout;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Dashboard.Access;

/// <summary>Signing in and out by cookie. Everything needs an account except what says otherwise.</summary>
public static class SignIn
{
    /// <summary>Adds cookie sign-in and the rule that a page needs an account.</summary>
    public static void AddAccess(this WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = "account";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.LoginPath = "/sign-in";
            options.AccessDeniedPath = "/not-found";
            options.ReturnUrlParameter = "back";
            options.ExpireTimeSpan = TimeSpan.FromHours(12);
            options.Events.OnValidatePrincipal = RefuseUnknownAccountAsync;
        }).AddScheme<AuthenticationSchemeOptions, BearerToken>(BearerToken.SchemeName, null);
        builder.Services.AddAuthorizationBuilder()
            .AddPolicy(BearerToken.Policy, policy => policy.AddAuthenticationSchemes(BearerToken.SchemeName).RequireAuthenticatedUser())
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        builder.Services.AddSingleton<AccountScopes>();
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddAntiforgery(options => options.Cookie.Name = "form");
        builder.Services.AddSingleton(new SampleSignIn(
            builder.Environment.IsDevelopment() || builder.Configuration.GetValue("Dashboard:Sample", false)));
    }

    /// <summary>Asks on every request who it is from.</summary>
    public static void UseAccess(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    /// <summary>Maps the start page and the two forms.</summary>
    public static void MapAccess(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", Start);
        routes.MapPost("/sign-in/sample", SignInAsync).AllowAnonymous();
        routes.MapPost("/sign-out", SignOutAsync);
    }

    private static RedirectHttpResult Start(HttpContext context, CommitteeDirectory committees)
    {
        string? code = context.User.ToAccount()?.Scope is [string own, ..] ? own : committees.Search.Roots is [{ } root, ..] ? root.Code : null;
        return TypedResults.LocalRedirect(code is null ? "/not-found" : $"/c/{Uri.EscapeDataString(code)}");
    }

    // Bound from the form, which makes the framework refuse the request when its antiforgery token is missing or wrong.
    private static async Task<IResult> SignInAsync(HttpContext context, SampleSignIn samples, [FromForm] string? account, [FromForm] string? back)
    {
        if (!samples.IsOffered || SampleAccounts.Find(account) is not { } found)
        {
            return TypedResults.LocalRedirect("/sign-in");
        }

        await context.SignInAsync(found.ToPrincipal());
        return TypedResults.LocalRedirect(Preferences.LocalOr(back));
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return TypedResults.BadRequest();
        }

        await context.SignOutAsync();
        return TypedResults.LocalRedirect("/sign-in");
    }

    private static async Task RefuseUnknownAccountAsync(CookieValidatePrincipalContext context)
    {
        if (context.Principal?.ToAccount() is null || !context.HttpContext.RequestServices.GetRequiredService<SampleSignIn>().IsOffered)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync();
        }
    }
}
