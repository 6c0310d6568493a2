using System.Globalization;
using System.Threading.RateLimiting;
using Dashboard.Layout;

namespace Dashboard.Guard;

/// <summary>Answers who has asked too much: problem details to a program, a page to a person, and when to try again to both.</summary>
internal static partial class TooMany
{
    private const int Usual = 10;

    public static async ValueTask AnswerAsync(HttpContext context, RateLimitLease refused, CancellationToken cancellation)
    {
        int seconds = refused.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : Usual;
        LogRefused(LogOf(context), context.Request.Method, context.Request.Path.ToString(), RateLimits.AddressOf(context));
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (context.Request.Path.StartsWithSegments("/api"))
        {
            await TypedResults.Problem(
                $"Too many requests. Try again in {seconds} seconds.", statusCode: StatusCodes.Status429TooManyRequests,
                extensions: new Dictionary<string, object?> { ["code"] = "requests.tooMany", ["field"] = "" }).ExecuteAsync(context);
        }
        else if (!context.Request.Path.StartsWithSegments(CircuitGate.Path))
        {
            await BarePage.WriteAsync<TooManyAnswer>(context, new() { [nameof(TooManyAnswer.Seconds)] = seconds }, cancellation);
        }
    }

    private static ILogger LogOf(HttpContext context) => context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(TooMany));

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} {Path} from {Address} was refused: too many requests.")]
    private static partial void LogRefused(ILogger logger, string method, string path, string address);
}
