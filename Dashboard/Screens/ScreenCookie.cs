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
    public static string? SecretOf(HttpRequest request) => request.Cookies[NameOf(Waiting)];

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
        CookieBuilder cookie = Of(Waiting);
        http.Response.Cookies.Delete(cookie.Name!, cookie.Build(http));
        Write(http, Mark, "1", TimeSpan.FromDays(400));
    }

    /// <summary>Whether a browser was a screen before.</summary>
    public static bool IsScreen(HttpRequest request) => request.Cookies.ContainsKey(NameOf(Mark));

    private static void Write(HttpContext http, string name, string value, TimeSpan? lasting)
    {
        CookieBuilder cookie = Of(name);
        cookie.MaxAge = lasting;
        http.Response.Cookies.Append(cookie.Name!, value, cookie.Build(http));
    }

    private static string NameOf(string name) => Of(name).Name!;

    private static CookieBuilder Of(string name)
    {
        var cookie = new CookieBuilder();
        SignIn.Restrict(cookie, name);
        return cookie;
    }
}
