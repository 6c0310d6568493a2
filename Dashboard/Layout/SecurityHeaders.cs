using System.Buffers.Text;
using System.Security.Cryptography;

namespace Dashboard.Layout;

/// <summary>What every answer tells the browser not to do: nothing is loaded, framed or sent outside this origin.</summary>
public static class SecurityHeaders
{
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

    /// <summary>Adds the headers to every answer.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy(NonceOf(context));
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        return next(context);
    });

    /// <summary>
    /// Refuses a live connection opened by a page of another origin: a socket is not covered by the browser's
    /// same-origin rule and Blazor takes any. Programs that are not browsers send no origin and need their own session.
    /// </summary>
    public static void UseLiveConnectionOriginCheck(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        string? origin = context.Request.Headers.Origin;
        if (context.Request.Path.StartsWithSegments("/_blazor") && origin is not null && !IsOwn(origin, context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(context);
    });

    // Inline styles are allowed because bar widths are style attributes; inline scripts are not.
    private static string Policy(string nonce) =>
        $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private static bool IsOwn(string origin, HttpRequest request) =>
        string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}
