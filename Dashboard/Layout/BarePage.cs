using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Dashboard.Layout;

/// <summary>A whole page by itself, drawn beside the application's own: without its frame, and for a hundredth of what a page costs.</summary>
internal static class BarePage
{
    /// <summary>Draws it.</summary>
    /// <typeparam name="T">The page, from its <c>html</c> on.</typeparam>
    public static async Task WriteAsync<T>(HttpContext context, Dictionary<string, object?> parameters, CancellationToken cancellationToken) where T : IComponent
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(await DrawAsync<T>(context.RequestServices, parameters), cancellationToken);
    }

    private static async Task<string> DrawAsync<T>(IServiceProvider services, Dictionary<string, object?> parameters) where T : IComponent
    {
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }
}
