using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace Dashboard.Access;

/// <summary>Holds those up who have not met their <see cref="SecondFactorDuty"/>.</summary>
internal static class SecondFactorGate
{
    private static readonly string[] Open = [SecondFactorDuty.Page, "/sign-out"];

    /// <summary>Holds up; after authorization.</summary>
    public static void UseSecondFactorDuty(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        IServiceProvider services = context.RequestServices;
        bool isFree = context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null || Open.Any(path => context.Request.Path.StartsWithSegments(path));
        if (isFree || !services.GetRequiredService<SecondFactorDuty>().IsUnmet(context.User.FindFirstValue(AccountClaims.Session), services.GetRequiredService<AccessBook>()))
        {
            return next(context);
        }

        if (HttpMethods.IsGet(context.Request.Method) && !context.Request.Path.StartsWithSegments("/_blazor"))
        {
            context.Response.Redirect(SecondFactorDuty.Page);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }

        return Task.CompletedTask;
    });
}
