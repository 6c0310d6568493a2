using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Live;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.Extensions.Localization;

namespace Dashboard.Layout;

/// <summary>
/// Answers who asks for a page as of a moment while the log up to it is still to be read, for seconds where it is long: at once, with
/// a page that says how far that is and goes on by itself. Files and programs wait: they could make nothing of such a page.
/// </summary>
internal static class MomentWait
{
    /// <summary>Where such a page asks how far it is: <c>/asof/progress?asof=…</c>.</summary>
    public const string Path = "/asof/progress";

    /// <summary>Notes at an address that its page shows moments.</summary>
    public static void Mark(EndpointBuilder endpoint)
    {
        if (endpoint.Metadata.OfType<ComponentTypeMetadata>().FirstOrDefault() is { Type: var type } && MomentPage.Of(type, (endpoint as RouteEndpointBuilder)?.RoutePattern) is { } page)
        {
            endpoint.Metadata.Add(page);
        }
    }

    /// <summary>Stands before the pages, and behind the question who may open them.</summary>
    public static void UseMomentWait(this IApplicationBuilder app) => app.Use(AnswerAsync);

    /// <summary>Maps what such a page asks.</summary>
    public static void MapMomentWait(this IEndpointRouteBuilder routes) => routes.MapGet(Path, ProgressAsync).RequireAuthorization(Policies.Read);

    private static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || context.GetEndpoint()?.Metadata.GetMetadata<MomentPage>() is not { } page)
        {
            await next(context);
            return;
        }

        MomentWaits waits = context.RequestServices.GetRequiredService<MomentWaits>();
        string? moment = page.MomentOf(context.Request.QueryString.Value ?? "", waits.Now);
        if (moment is null || await waits.AheadAsync(moment, context.RequestAborted) is not { } reading)
        {
            await next(context);
            return;
        }

        // The page would say so too, and note it, when the log has been read: nobody waits for that.
        if (context.GetRouteValue("code") is string code && context.RequestServices.GetRequiredService<CommitteeDoor>().Enter(context.User, code, page.Address) is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (!waits.Begin())
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status202Accepted;
        await BarePage.WriteAsync<MomentWaitPage>(context, new()
        {
            [nameof(MomentWaitPage.Reading)] = reading,
            [nameof(MomentWaitPage.Moment)] = moment,
            [nameof(MomentWaitPage.Theme)] = ThemePreference.Of(context),
        }, context.RequestAborted);
    }

    private static async Task<MomentProgress> ProgressAsync(string? asof, MomentWaits waits, IStringLocalizer<ShellTexts> texts, CancellationToken cancellationToken)
    {
        MomentReading reading = await waits.OfAsync(asof, cancellationToken);
        return new MomentProgress(reading.Read, reading.Of, texts.Of(reading), reading.Left <= 0 || waits.HasFailed);
    }
}
