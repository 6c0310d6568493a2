using Dashboard.Access;
using Dashboard.Data;

namespace Dashboard.Screens;

/// <summary>
/// Two cookies of a browser on a wall: the secret to which its code is bound while it waits, and afterwards the mark that
/// it is a screen, so that it asks for a code, and not for a name and password, when its session ends.
/// </summary>
public static class ScreenCookie
{
    private const string Waiting = "screen", Mark = "wall";

    /// <summary>The secret of a browser that waits; null when it has none.</summary>
    public static string? SecretOf(HttpRequest request) => request.Cookies[SafetyOf(request.HttpContext).NameOf(Waiting)];

    /// <summary>The secret of a browser that is to wait; it gets one when it has none.</summary>
    public static string SecretFor(HttpContext http)
    {
        if (SecretOf(http.Request) is { Length: > 0 } known)
        {
            return known;
        }

        string secret = RandomSecret.New();
        Write(http, Waiting, secret, null);
        return secret;
    }

    /// <summary>The browser has become a screen: what it waited with is worth nothing any more.</summary>
    public static void Keep(HttpContext http)
    {
        CookieSafety safety = SafetyOf(http);
        http.Response.Cookies.Delete(safety.NameOf(Waiting), safety.OptionsFor(http));
        Write(http, Mark, "1", TimeSpan.FromDays(400));
    }

    /// <summary>A screen on a wall has no keyboard: when its session is over it asks for a code, not for a name and password.</summary>
    public static string? EntranceOf(HttpRequest request) => request.Path.StartsWithSegments("/meeting") && IsScreen(request) ? "/screen" : null;

    private static bool IsScreen(HttpRequest request) => request.Cookies.ContainsKey(SafetyOf(request.HttpContext).NameOf(Mark));

    private static void Write(HttpContext http, string name, string value, TimeSpan? lasting)
    {
        CookieSafety safety = SafetyOf(http);
        http.Response.Cookies.Append(safety.NameOf(name), value, safety.OptionsFor(http, lasting));
    }

    private static CookieSafety SafetyOf(HttpContext http) => http.RequestServices.GetRequiredService<CookieSafety>();
}
