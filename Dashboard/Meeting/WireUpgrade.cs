using Microsoft.AspNetCore.Http.Features;

namespace Dashboard.Meeting;

/// <summary>Stands between the WebSocket of a request and the connection it is made of, and knows that connection.</summary>
/// <param name="server">What the server itself offers.</param>
internal sealed class WireUpgrade(IHttpUpgradeFeature server) : IHttpUpgradeFeature
{
    /// <inheritdoc />
    public bool IsUpgradableRequest => server.IsUpgradableRequest;

    /// <summary>The connection; null until the WebSocket was accepted.</summary>
    public Wire? Wire { get; private set; }

    /// <inheritdoc />
    public async Task<Stream> UpgradeAsync() => Wire = new Wire(await server.UpgradeAsync());

    /// <summary>Puts it there, ahead of the WebSocket of a request.</summary>
    public static Task PutAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IHttpUpgradeFeature>() is { } server)
        {
            context.Features.Set<IHttpUpgradeFeature>(new WireUpgrade(server));
        }

        return next(context);
    }

    /// <summary>The connection of a request whose WebSocket was accepted.</summary>
    /// <exception cref="InvalidOperationException">It was not.</exception>
    public static Wire Of(HttpContext context) =>
        (context.Features.Get<IHttpUpgradeFeature>() as WireUpgrade)?.Wire ?? throw new InvalidOperationException("No WebSocket was accepted on this connection.");
}
