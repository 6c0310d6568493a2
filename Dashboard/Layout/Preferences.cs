using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;

namespace Dashboard.Layout;

/// <summary>
/// The reader's language and theme. Both are cookies set by plain links, so that they work without script and before
/// signing in; they change nothing but how pages look.
/// </summary>
public static class Preferences
{
    // Made anew each time: the cookie policy writes into what it is given.
    private static CookieOptions Lasting => new()
    {
        MaxAge = TimeSpan.FromDays(400),
        SameSite = SameSiteMode.Lax,
        Path = "/",
        IsEssential = true,
    };

    /// <summary>Maps <c>/preferences/culture?c=vi|en&amp;back=…</c> and <c>/preferences/theme?t=light|dark|system&amp;back=…</c>.</summary>
    public static void MapPreferences(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/preferences/culture", SetCulture).AllowAnonymous();
        routes.MapGet("/preferences/theme", SetTheme).AllowAnonymous();
    }

    /// <summary>Where to go next: <paramref name="back"/> if it is an address of this site, as a header may carry it; the start otherwise.</summary>
    public static string LocalOr(string? back, string otherwise = "/") =>
        back is ['/'] or ['/', not ('/' or '\\'), ..] && !back.Any(char.IsControl) ? Encoded(back) : otherwise;

    private static string Encoded(string address) =>
        string.Concat(address.EnumerateRunes().Select(letter => letter.IsAscii && letter.Value != ' ' ? letter.ToString() : Uri.EscapeDataString(letter.ToString())));

    private static RedirectHttpResult SetCulture(HttpContext context, string? c, string? back)
    {
        if (Languages.Named(c) is { } culture)
        {
            string value = CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture));
            context.Response.Cookies.Append(CookieRequestCultureProvider.DefaultCookieName, value, Lasting);
        }

        return TypedResults.LocalRedirect(LocalOr(back));
    }

    private static RedirectHttpResult SetTheme(HttpContext context, string? t, string? back)
    {
        if (ThemePreference.Read(t) is { } theme)
        {
            context.Response.Cookies.Append(ThemePreference.Cookie, theme, Lasting);
        }
        else if (t == "system")
        {
            context.Response.Cookies.Delete(ThemePreference.Cookie, Lasting);
        }

        return TypedResults.LocalRedirect(LocalOr(back));
    }
}
