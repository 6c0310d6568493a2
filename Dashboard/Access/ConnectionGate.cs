using System.Security.Claims;

namespace Dashboard.Access;

/// <summary>Cuts the connection of an open page when its session ends or its owner owes a second factor; what the page tries next is asked who it is again.</summary>
public static class ConnectionGate
{
    /// <summary>Watches over live connections; after authentication.</summary>
    public static void UseConnectionGate(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!context.Request.Path.StartsWithSegments("/_blazor") || context.User.FindFirstValue(AccountClaims.Session) is not { } secret)
        {
            await next(context);
            return;
        }

        AccessBook book = context.RequestServices.GetRequiredService<AccessBook>();
        SecondFactorDuty duty = context.RequestServices.GetRequiredService<SecondFactorDuty>();
        string? account = context.User.Identity?.Name;
        void Cut(string changed)
        {
            if (changed != account || (book.FindSession(secret) is not null && !duty.IsUnmet(secret, book)))
            {
                return;
            }

            try
            {
                context.Abort();
            }
            catch (ObjectDisposedException)
            {
                // It was closed at the same moment.
            }
        }

        book.Changed += Cut;
        try
        {
            await next(context);
        }
        finally
        {
            book.Changed -= Cut;
        }
    });
}
