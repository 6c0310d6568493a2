using Dashboard.Access;
using Dashboard.Guard;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using MudBlazor.Services;

namespace Dashboard.Layout;

/// <summary>The frame around every page: rendering on the server, live connections, languages.</summary>
public static class Shell
{
    /// <summary>Adds what the frame needs.</summary>
    public static void AddShell(this WebApplicationBuilder builder)
    {
        // A browser that holds a connection open must not keep a restart waiting.
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(5));
        builder.Services.AddLanguages();
        builder.Services.AddSingleton(TimeProvider.System);
        // Pages only, assets come packed; and over HTTP only, as is the default: a page repeats parts of its address, and over
        // HTTPS the packed size could then be made to tell what else is in it.
        builder.Services.AddResponseCompression(options => options.MimeTypes = ["text/html"]);
        builder.Services.AddMudServices();
        builder.Services.AddRazorComponents()
            .AddInteractiveServerComponents(options =>
            {
                options.DetailedErrors = builder.Environment.IsDevelopment();
                // A closed tab's page keeps listening until it is let go: a short outage is bridged, no more.
                options.DisconnectedCircuitMaxRetained = 50;
                options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromSeconds(60);
                options.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(20);
                // What a page let go of may be taken up again from; its choices stand in its address anyway.
                options.PersistedCircuitInMemoryMaxRetained = 100;
                options.PersistedCircuitInMemoryRetentionPeriod = TimeSpan.FromMinutes(15);
                options.MaxBufferedUnacknowledgedRenderBatches = 10;
                // Counts a page's own two, head and body, and there are no others: with none there would be no live page.
                options.RootComponents.MaxJSRootComponents = 8;
            })
            .AddHubOptions(options => GuardSetup.Set(options, Limits.Of(builder.Configuration)));
    }

    /// <summary>Puts in front of every request what concerns all of them.</summary>
    public static void UseShell(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error", CreateScopeForErrors = true, SuppressDiagnosticsCallback = _ => true });
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use((context, next) =>
        {
            // The page that says so is for people who look for a page; programs and forms get the bare status.
            if (!HttpMethods.IsGet(context.Request.Method) || context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/_blazor"))
            {
                context.Features.GetRequiredFeature<IStatusCodePagesFeature>().Enabled = false;
            }

            return next(context);
        });
        app.UseResponseCompression();
        app.UseCrossSiteRefusal();
        app.UseCookiePolicy();
        app.UseRequestLocalization();
        app.UseRateLimiter();
    }

    /// <summary>Maps assets, preferences and pages.</summary>
    public static void MapShell(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapPreferences();
        app.MapMomentWait();
        RazorComponentsEndpointConventionBuilder pages = app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options =>
        {
            // Compression would cost some 220 KiB a viewer and saves little on messages this small.
            options.DisableWebSocketCompression = true;
            options.ContentSecurityFrameAncestorsPolicy = null;
        });
        pages.Add(CloseConnections);
        pages.Add(MomentWait.Mark);
    }

    /// <summary>Live connections are for those who may open a page; pages say for themselves who may.</summary>
    private static void CloseConnections(EndpointBuilder endpoint)
    {
        if (endpoint is RouteEndpointBuilder route && route.RoutePattern.RawText?.TrimStart('/').StartsWith("_blazor", StringComparison.Ordinal) == true)
        {
            endpoint.Metadata.Add(new AuthorizeAttribute(Policies.Meet));
        }
    }
}
