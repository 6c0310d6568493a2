using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dashboard.Tests.Testing;

/// <summary>
/// Lets an application of a test go when it is over. The framework's rate limiter begins a timer that nobody ends: it keeps the
/// middleware behind it and what flows with the call that began it, and through either the host with all its figures, some 200 MB for
/// each application.
/// </summary>
internal sealed class ReleasedHost : IStartupFilter, IDisposable
{
    private const BindingFlags Inside = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private RequestDelegate? _first;

    /// <summary>What every application of a test has in the place of its own: the tests' clock, and an end.</summary>
    public static void Prepare(IServiceCollection services) =>
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(TestClock.Shared)).AddSingleton<IStartupFilter, ReleasedHost>();

    /// <inheritdoc />
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(following => _first = following);
        next(app);

        // What is added last is made first: nothing flows into those before it. It flows again where the server has started.
        app.Use(following =>
        {
            if (!ExecutionContext.IsFlowSuppressed())
            {
                ExecutionContext.SuppressFlow();
            }

            return following;
        });
    };

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (IDisposable limiter in Limiters(_first))
        {
            limiter.Dispose();
        }
    }

    // The middleware does not show its limiter, nor the one behind it: both are found among their fields.
    private static IEnumerable<IDisposable> Limiters(RequestDelegate? first)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Queue<RequestDelegate>(first is null ? [] : [first]);
        while (open.TryDequeue(out RequestDelegate? step))
        {
            if (step.Target is not { } middleware || !seen.Add(middleware))
            {
                continue;
            }

            foreach (object? part in middleware.GetType().GetFields(Inside).Select(f => f.GetValue(middleware)))
            {
                if (part is System.Threading.RateLimiting.PartitionedRateLimiter<HttpContext> limiter)
                {
                    yield return limiter;
                }
                else if (part is RequestDelegate following)
                {
                    open.Enqueue(following);
                }
            }
        }
    }
}
