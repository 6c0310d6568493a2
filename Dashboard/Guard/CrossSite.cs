namespace Dashboard.Guard;

/// <summary>
/// Refuses what the page of another origin makes a browser do in a reader's name: a live connection, which the browser's
/// same-origin rule does not cover and is taken from anywhere, and every request that may change something. Forms
/// carry a token besides; programs that are not browsers send neither header and need their own session.
/// </summary>
public static class CrossSite
{
    /// <summary>Answers 403 to requests of other origins.</summary>
    public static void UseCrossSiteRefusal(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (IsGuarded(context) && IsForeign(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(context);
    });

    private static bool IsGuarded(HttpContext context) =>
        context.Request.Path.StartsWithSegments(CircuitGate.Path) || CircuitGate.IsWebSocket(context) || !IsRead(context.Request.Method);

    private static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);

    private static bool IsForeign(HttpRequest request)
    {
        string? origin = request.Headers.Origin;
        string? site = request.Headers["Sec-Fetch-Site"];
        return (origin is not null && !IsOwn(origin, request)) || site is not (null or "same-origin" or "none");
    }

    private static bool IsOwn(string origin, HttpRequest request) =>
        string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}
