using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace Dashboard.Guard;

/// <summary>What stands between the network and the pages: whose word is taken, how much is taken, what browsers are told.</summary>
public static class GuardSetup
{
    /// <summary>Adds limits, proxies, cookie flags and the handling of faults.</summary>
    public static void AddGuard(this WebApplicationBuilder builder)
    {
        IServiceCollection services = builder.Services;
        services.AddOptions<Limits>().BindConfiguration(Limits.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddProxies();
        services.AddRateLimiter();
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<Limits>>((options, limits) => RateLimits.Set(options, limits.Value));
        services.AddSingleton<CircuitGate>();
        services.AddSingleton<CircuitPace>();
        services.AddSingleton<CircuitHandler, CircuitMeter>();
        services.AddProblemDetails();
        // Also while developing: an unreadable request is answered, not thrown about.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        services.AddExceptionHandler<RequestFaults>();
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<Limits>>((options, limits) => Set(options, limits.Value));
        services.Configure<FormOptions>(SetForms);
        services.Configure<CookiePolicyOptions>(options =>
        {
            options.HttpOnly = HttpOnlyPolicy.Always;
            options.Secure = CookieSecurePolicy.SameAsRequest;
            options.MinimumSameSitePolicy = SameSiteMode.Lax;
        });
    }

    /// <summary>Limits the hub of the live connections.</summary>
    internal static void Set(HubOptions options, Limits limits)
    {
        options.MaximumReceiveMessageSize = limits.MessageBytes;
        options.MaximumParallelInvocationsPerClient = 1;
        options.KeepAliveInterval = TimeSpan.FromSeconds(15);
        options.ClientTimeoutInterval = TimeSpan.FromSeconds(45);
        options.HandshakeTimeout = TimeSpan.FromSeconds(10);
        options.EnableDetailedErrors = false;
        options.AddFilter<CircuitPace>();
    }

    /// <summary>Puts in front of a live connection, when it is known whose it is, how many there may be.</summary>
    public static void UseCircuitGate(this WebApplication app)
    {
        CircuitGate gate = app.Services.GetRequiredService<CircuitGate>();
        app.Use(gate.PassAsync);
    }

    // What a slow sender may take its time with stays as the framework has it: 240 bytes a second after five seconds.
    private static void Set(KestrelServerOptions options, Limits limits)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = limits.RequestBytes;
        options.Limits.MaxRequestLineSize = 8 * 1024;
        options.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
        options.Limits.MaxRequestHeaderCount = 64;
        options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
    }

    private static void SetForms(FormOptions options)
    {
        options.ValueCountLimit = 100;
        options.KeyLengthLimit = 256;
        options.ValueLengthLimit = 64 * 1024;
        options.MultipartBodyLengthLimit = 1024 * 1024;
        options.MultipartHeadersCountLimit = 8;
        options.MultipartHeadersLengthLimit = 4 * 1024;
    }
}
