namespace Dashboard.Access;

/// <summary>
/// How the site's cookies are set. Where it is reached over HTTPS alone, their names begin with <c>__Host-</c>: no plain
/// connection and no other host of the domain can set them.
/// </summary>
/// <param name="isHttpsOnly">Whether browsers reach the site over HTTPS alone.</param>
public sealed class CookieSafety(bool isHttpsOnly)
{
    /// <summary>Whether browsers reach the site over HTTPS alone.</summary>
    public bool IsHttpsOnly { get; } = isHttpsOnly;

    /// <summary>
    /// As <c>Dashboard__RequireHttps</c> says; without it, so if the server listens on HTTPS and nothing else. Behind a proxy
    /// that does the encrypting it must be said.
    /// </summary>
    public static CookieSafety From(IConfiguration configuration) =>
        new(configuration.GetValue<bool?>("Dashboard:RequireHttps") ?? IsHttpsAlone(configuration));

    /// <summary>Name of a cookie.</summary>
    public string NameOf(string name) => IsHttpsOnly ? $"__Host-{name}" : name;

    /// <summary>A cookie that no script reads and that no other site sends along.</summary>
    public void Restrict(CookieBuilder cookie, string name)
    {
        cookie.Name = NameOf(name);
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = IsHttpsOnly ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.Path = "/";
        cookie.IsEssential = true;
    }

    /// <summary>The same for a cookie set by hand.</summary>
    public CookieOptions OptionsFor(HttpContext http, TimeSpan? lasting = null) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = IsHttpsOnly || http.Request.IsHttps,
        Path = "/",
        IsEssential = true,
        MaxAge = lasting,
    };

    private static bool IsHttpsAlone(IConfiguration configuration)
    {
        string[] plain = [.. Listed(configuration["HTTP_PORTS"] ?? configuration["ASPNETCORE_HTTP_PORTS"])], safe = [.. Listed(configuration["HTTPS_PORTS"])];
        string[] addresses = [.. Listed(configuration["URLS"]), .. configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"]).OfType<string>()];
        // Addresses take the place of ports when both are given.
        return addresses.Length > 0 ? addresses.All(a => a.StartsWith("https:", StringComparison.OrdinalIgnoreCase)) : safe.Length > 0 && plain.Length == 0;
    }

    private static string[] Listed(string? setting) => setting?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
