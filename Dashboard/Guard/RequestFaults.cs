using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace Dashboard.Guard;

/// <summary>
/// Logs what broke a request under the number that its page shows, once, and answers programs with problem details; people get the
/// page. Neither tells what broke. A request that cannot be read is the sender's fault and no fault of ours: its status is all it gets.
/// </summary>
internal sealed partial class RequestFaults(IProblemDetailsService problems, ILogger<RequestFaults> logger) : IExceptionHandler
{
    /// <inheritdoc />
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        PathString path = context.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? context.Request.Path;
        if (exception is BadHttpRequestException bad)
        {
            context.Response.StatusCode = bad.StatusCode;
            return !path.StartsWithSegments("/api") || await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = context });
        }

        // The path without the query: what a reader searched for is nobody's business, and an escaped one can begin no line of its own.
        LogBroken(exception, context.Request.Method, path.ToString(), Activity.Current?.Id ?? context.TraceIdentifier);
        if (!path.StartsWithSegments("/api"))
        {
            return false;
        }

        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = context });
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed, trace {Trace}.")]
    private partial void LogBroken(Exception exception, string method, string path, string trace);
}
