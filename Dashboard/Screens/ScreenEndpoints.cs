using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Layout;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Dashboard.Screens;

/// <summary>What the pages of screens send: the waiting screen's questions, and the forms of those who keep screens.</summary>
public static class ScreenEndpoints
{
    /// <summary>Adds what screens need of the host.</summary>
    public static void AddScreens(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<OtherEntrance>(ScreenCookie.EntranceOf);
        builder.Services.AddSingleton<WaitingScreens>();
        builder.Services.AddSingleton<MissedCodes>();
        builder.Services.AddSingleton<LinkedScreens>();
        builder.Services.AddSingleton<ScreenDesk>();
    }

    /// <summary>Maps them.</summary>
    public static void MapScreens(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/screen/state", State).AllowAnonymous();
        routes.MapGet("/screen/link", LinkAsync).AllowAnonymous();
        routes.MapGet("/screen/here", () => TypedResults.NoContent()).RequireAuthorization(Policies.Meet);
        routes.MapPost("/screens/approve", ApproveAsync).RequireAuthorization(Policies.Read);
        routes.MapPost("/screens/prolong", ProlongAsync).RequireAuthorization(Policies.Read);
        routes.MapPost("/screens/end", EndAsync).RequireAuthorization(Policies.Read);
    }

    // A word and nothing else: what was allowed is for the browser whose cookie asks for it at /screen/link.
    private static ContentHttpResult State(HttpContext http, WaitingScreens waiting)
    {
        http.Response.Headers.CacheControl = "no-store";
        WaitingScreen? screen = waiting.Of(ScreenCookie.SecretOf(http.Request));
        return TypedResults.Text(screen is null ? "over" : screen.Approval is null ? "waiting" : "approved");
    }

    private static async Task<RedirectHttpResult> LinkAsync(HttpContext http, WaitingScreens waiting, AccessBook book)
    {
        if (waiting.Take(ScreenCookie.SecretOf(http.Request)) is not { } approval
            || book.Find(approval.Account) is not { ClosedAt: null } || book.StampOf(approval.Account) != approval.Stamp)
        {
            return TypedResults.LocalRedirect("/screen");
        }

        var terms = new SessionTerms([new Grant(AccountRole.Screen, approval.Committee)], approval.Name, approval.EndsAt);
        await SessionCookie.SignInAsync(http, approval.Account, SessionKind.Screen, approval.Stamp, terms);
        ScreenCookie.Keep(http);
        return TypedResults.LocalRedirect(MeetingIn(approval));
    }

    /// <summary>The meeting by way of the pages that keep language and theme in the browser.</summary>
    private static string MeetingIn(ScreenApproval approval)
    {
        string meeting = $"/meeting/{Uri.EscapeDataString(approval.Committee)}";
        string theme = $"/preferences/theme?t={approval.Theme}&back={Uri.EscapeDataString(meeting)}";
        return $"/preferences/culture?c={approval.Language}&back={Uri.EscapeDataString(theme)}";
    }

    // Bound from forms, here and below, which makes the framework refuse a request whose antiforgery token is missing or wrong.
    private static async Task<RedirectHttpResult> ApproveAsync(
        HttpContext http, ScreenDesk desk, [FromForm] string? code, [FromForm] string? committee, [FromForm] string? name,
        [FromForm] string? term, [FromForm] string? language, [FromForm] string? theme)
    {
        try
        {
            await desk.ApproveAsync(http.User.ToRights()!, RequestAddress.Of(http), new(code, committee, name, term, language, theme), http.RequestAborted);
            return TypedResults.LocalRedirect("/screens?done=linked");
        }
        catch (BrokenRuleException broken)
        {
            return TypedResults.LocalRedirect($"/screens?code={Uri.EscapeDataString(code ?? "")}&fault={broken.Rule}");
        }
    }

    private static async Task<IResult> ProlongAsync(HttpContext http, LinkedScreens screens, [FromForm] string? id, [FromForm] string? term) =>
        Words.TryRead(term, out ScreenTerm found) && await screens.ProlongAsync(http.User.ToRights()!, id, found, http.RequestAborted)
            ? TypedResults.LocalRedirect("/screens?done=prolonged")
            : TypedResults.NotFound();

    private static async Task<IResult> EndAsync(HttpContext http, LinkedScreens screens, [FromForm] string? id) =>
        await screens.EndAsync(http.User.ToRights()!, id, http.RequestAborted) ? TypedResults.LocalRedirect("/screens?done=ended") : TypedResults.NotFound();
}
