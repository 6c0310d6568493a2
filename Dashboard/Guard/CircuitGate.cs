using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Dashboard.Guard;

/// <summary>
/// Lets a live connection in as long as its account, and all together, have not too many open; it holds its place until it ends.
/// Only WebSockets are let in: other transports are many requests that nobody could count as one connection. When the server is to end,
/// nobody is let in any more, and a connection that does not end within <see cref="Farewell"/> is cut off: browsers come back to the next
/// server, and none keeps this one from ending.
/// </summary>
internal sealed class CircuitGate : IDisposable
{
    /// <summary>Where live connections are made.</summary>
    public static readonly PathString Path = "/_blazor";

    /// <summary>How long a browser may take to answer when the server says good-bye.</summary>
    public static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    private readonly PartitionedRateLimiter<HttpContext> _ofOne;
    private readonly ConcurrencyLimiter _ofAll;
    private readonly CancellationTokenSource _over;
    private readonly CancellationToken _stopping;

    public CircuitGate(IOptions<Limits> options, IHostApplicationLifetime lifetime, TimeProvider time)
    {
        Limits limits = options.Value;
        _over = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _stopping = lifetime.ApplicationStopping;
        _ofOne = PartitionedRateLimiter.Create<HttpContext, string>(context => context.User.Identity is { IsAuthenticated: true, Name: { } account }
            ? context.Request.Path == Path ? AtOnce("account " + account, limits.CircuitsPerAccount) : AtOnce("screens of " + account, limits.ScreensPerAccount)
            : AtOnce(RateLimits.AddressOf(context), limits.CircuitsPerAddress));
        _ofAll = new ConcurrencyLimiter(AtOnce(limits.Circuits));
    }

    /// <summary>Whether the request is one of those that begin a connection.</summary>
    public static bool IsStart(HttpContext context) => context.Request.Path == Path + "/negotiate" || IsWebSocket(context);

    /// <summary>Whether the request asks for a WebSocket, a page's or a meeting's.</summary>
    public static bool IsWebSocket(HttpContext context) =>
        context.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true } || context.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true };

    /// <summary>Takes a place, or refuses.</summary>
    public async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        if (_stopping.IsCancellationRequested && IsStart(context))
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        if (!IsWebSocket(context))
        {
            if (context.Request.Path == Path)
            {
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                return;
            }

            await next(context);
            return;
        }

        using RateLimitLease own = _ofOne.AttemptAcquire(context);
        using RateLimitLease? common = own.IsAcquired ? _ofAll.AttemptAcquire() : null;
        if (common is { IsAcquired: true })
        {
            // For each connection anew: who asked last is told first, and the framework, which asked before, waits for its connections.
            using CancellationTokenRegistration stopping = _stopping.Register(() => _over.CancelAfter(Farewell));
            using CancellationTokenRegistration over = _over.Token.Register(context.Abort);
            await next(context);
        }
        else
        {
            await TooMany.AnswerAsync(context, common ?? own, context.RequestAborted);
        }
    }

    public void Dispose()
    {
        _ofOne.Dispose();
        _ofAll.Dispose();
        _over.Dispose();
    }

    private static RateLimitPartition<string> AtOnce(string who, int most) => RateLimitPartition.GetConcurrencyLimiter(who, _ => AtOnce(most));

    private static ConcurrencyLimiterOptions AtOnce(int most) => new() { PermitLimit = most, QueueLimit = 0 };
}
