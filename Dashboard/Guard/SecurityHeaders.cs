using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticAssets;

namespace Dashboard.Guard;

/// <summary>What every answer tells the browser not to do: nothing is loaded, framed, kept or sent outside this origin.</summary>
public static class SecurityHeaders
{
    private const string NoDevices =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()";

    private static readonly object NonceKey = new();

    /// <summary>The nonce of this answer's inline import map, the only inline script there is.</summary>
    public static string NonceOf(HttpContext context)
    {
        if (context.Items[NonceKey] is not string nonce)
        {
            nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
            context.Items[NonceKey] = nonce;
        }

        return nonce;
    }

    /// <summary>Adds the headers to every answer. They are added as it leaves: what handles a fault clears those set before.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(static state => Add((HttpContext)state), context);
        return next(context);
    });

    private static Task Add(HttpContext context)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy(NonceOf(context));
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = NoDevices;
        if (context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
        {
            headers.CacheControl = "no-store";
            headers.Remove("Pragma");
            headers.Remove("Expires");
        }

        if (context.Request.IsHttps && !IsThisMachine(context.Request.Host))
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }

        return Task.CompletedTask;
    }

    // Inline styles are allowed because bar widths are style attributes; inline scripts are not.
    private static string Policy(string nonce) =>
        $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    // A browser would keep the promise for every other program on this machine, too.
    private static bool IsThisMachine(HostString host) => host.Host is "localhost" or "127.0.0.1" or "[::1]";
}
