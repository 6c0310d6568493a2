using System.Security.Cryptography;
using Dashboard.Data;
using Microsoft.AspNetCore.DataProtection;

namespace Dashboard.Access;

/// <summary>
/// Remembers, in a sealed cookie of the device, which accounts have signed in from it. It opens nothing: it only has the
/// failures of this device counted apart from those of strangers.
/// </summary>
public sealed class KnownDevices(IDataProtectionProvider protection, CookieSafety cookies)
{
    private const int MostAccounts = 8;

    private static readonly TimeSpan Lasting = TimeSpan.FromDays(400);

    private readonly IDataProtector _protector = protection.CreateProtector("device");

    private string Cookie => cookies.NameOf("device");

    /// <summary>Mark of the device, if the account has signed in from it before.</summary>
    public string? MarkOf(HttpContext http, string account) => Read(http) is { } known && known.Skip(1).Contains(account) ? known[0] : null;

    /// <summary>Notes that an account has signed in from the device.</summary>
    public void Remember(HttpContext http, string account)
    {
        string[] known = Read(http) ?? [RandomSecret.New()];
        IEnumerable<string> others = known.Skip(1).Where(a => a != account).TakeLast(MostAccounts - 1);
        http.Response.Cookies.Append(Cookie, _protector.Protect(string.Join(' ', [known[0], .. others, account])), cookies.OptionsFor(http, Lasting));
    }

    private string[]? Read(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { } cookie)
        {
            return null;
        }

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
