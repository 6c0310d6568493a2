using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Dashboard.Access;

/// <summary>Between the two steps of signing in: a sealed cookie that says whose password was right, good for five minutes and for nothing but the second step.</summary>
public sealed class PendingSignIn(IDataProtectionProvider protection, CookieSafety cookies, AccessBook book, TimeProvider time)
{
    /// <summary>How long the second step may take.</summary>
    public static readonly TimeSpan Lasting = TimeSpan.FromMinutes(5);

    private readonly IDataProtector _protector = protection.CreateProtector("second-step");

    private string Cookie => cookies.NameOf("second-step");

    /// <summary>The password of an account was right.</summary>
    public void Begin(HttpContext http, SignInAnswer answer)
    {
        string until = (time.GetUtcNow() + Lasting).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        http.Response.Cookies.Append(Cookie, _protector.Protect($"{answer.Account} {answer.Stamp} {until}"), cookies.OptionsFor(http, Lasting));
    }

    /// <summary>Whose password was right on this device a moment ago and has not changed since; null when nobody's.</summary>
    public string? Find(HttpContext http) => http.Request.Cookies[Cookie] is { } cookie && Open(cookie) is [string account, string stamp, string until]
        && long.TryParse(until, CultureInfo.InvariantCulture, out long seconds) && time.GetUtcNow().ToUnixTimeSeconds() < seconds && book.StampOf(account) == stamp
        ? account
        : null;

    /// <summary>The second step was taken.</summary>
    public void End(HttpContext http) => http.Response.Cookies.Delete(Cookie, cookies.OptionsFor(http));

    private string[]? Open(string cookie)
    {
        try
        {
            return _protector.Unprotect(cookie).Split(' ');
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
