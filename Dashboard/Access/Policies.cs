using Dashboard.Data;
using Microsoft.AspNetCore.Authorization;

namespace Dashboard.Access;

/// <summary>
/// What an address asks of whoever opens it. Each states one of these or is open to everybody on purpose; an address that
/// states nothing is closed to all.
/// </summary>
public static class Policies
{
    /// <summary>Any account: its own page, leaving.</summary>
    public const string SignedIn = "signed-in";

    /// <summary>Reads figures: everybody but a screen.</summary>
    public const string Read = "read";

    /// <summary>Enters figures and keeps registers.</summary>
    public const string Enter = "enter";

    /// <summary>Approves what committees below hand in.</summary>
    public const string Review = "review";

    /// <summary>Keeps structure, catalogue and accounts.</summary>
    public const string Administer = "administer";

    /// <summary>Keeps what concerns all committees together: an administrator of every root.</summary>
    public const string AdministerAll = "administer-all";

    /// <summary>Shows a meeting: everybody who reads, and screens.</summary>
    public const string Meet = "meet";

    /// <summary>Reads by a token and nothing else: no cookie, so no page of another site can use it.</summary>
    public const string Api = "api";

    /// <summary>Adds them, and closes what states none.</summary>
    public static void AddPolicies(this IServiceCollection services) => services.AddAuthorizationBuilder()
        .AddPolicy(SignedIn, policy => policy.RequireAssertion(context => context.User.ToRights() is { IsScreen: false }))
        .AddPolicy(Read, policy => policy.RequireAssertion(context => Has(context, Rights.Readers)))
        .AddPolicy(Enter, policy => policy.RequireAssertion(context => Has(context, AccountRole.Officer)))
        .AddPolicy(Review, policy => policy.RequireAssertion(context => Has(context, AccountRole.Reviewer)))
        .AddPolicy(Administer, policy => policy.RequireAssertion(context => Has(context, AccountRole.Administrator)))
        .AddPolicy(AdministerAll, policy => policy.RequireAssertion(context => context.User.ToRights() is { AdministersAll: true }))
        .AddPolicy(Meet, policy => policy.RequireAssertion(context => context.User.ToRights() is { IsScreen: true } || Has(context, [.. Rights.Readers, AccountRole.Screen])))
        .AddPolicy(Api, policy => policy.AddAuthenticationSchemes(BearerToken.SchemeName).RequireAuthenticatedUser().RequireAssertion(context => Has(context, Rights.Readers)))
        .SetDefaultPolicy(Closed())
        .SetFallbackPolicy(Closed());

    private static AuthorizationPolicy Closed() => new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();

    private static bool Has(AuthorizationHandlerContext context, params IEnumerable<AccountRole> roles) => context.User.ToRights()?.HasAny(roles) == true;
}
