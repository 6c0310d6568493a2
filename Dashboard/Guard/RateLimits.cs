using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Dashboard.Guard;

/// <summary>How often one address or token may ask. What is beyond is answered 429 with the time to wait.</summary>
public static class RateLimits
{
    /// <summary>Policy of endpoints that take a password, a code or a token to sign in with: <c>RequireRateLimiting(RateLimits.SignIn)</c>.</summary>
    public const string SignIn = "sign-in";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Who asks, as far as the connection tells.</summary>
    internal static string AddressOf(HttpContext context)
    {
        switch (context.Connection.RemoteIpAddress)
        {
            case null:
                return "local";
            case { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } address:
                // Whoever has one such address has all with the same first half.
                byte[] bytes = address.GetAddressBytes();
                bytes.AsSpan(8).Clear();
                return new IPAddress(bytes).ToString();
            case var address:
                return address.MapToIPv4().ToString();
        }
    }

    internal static void Set(RateLimiterOptions options, Limits limits)
    {
        options.OnRejected = (rejected, cancellation) => TooMany.AnswerAsync(rejected.HttpContext, rejected.Lease, cancellation);
        // Looking at the page is no try; a form that is sent is one.
        options.AddPolicy(SignIn, context => HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) ? Unlimited : PerMinute(AddressOf(context), limits.SignIns));
        // As few of these as can be: each looks after itself ten times a second, whether anybody asks or not.
        options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context => OfAddress(context, limits)),
            PartitionedRateLimiter.Create<HttpContext, string>(context => IsApi(context.Request) && TokenOf(context.Request) is { } token ? PerMinute(token, limits.ApiPerToken) : Unlimited));
    }

    private static RateLimitPartition<string> OfAddress(HttpContext context, Limits limits) =>
        IsApi(context.Request) ? PerMinute("api " + AddressOf(context), limits.ApiPerAddress)
        : CircuitGate.IsStart(context) ? PerMinute(AddressOf(context) + context.Request.Path, limits.CircuitStarts)
        : Unlimited;

    private static RateLimitPartition<string> Unlimited => RateLimitPartition.GetNoLimiter("");

    private static RateLimitPartition<string> PerMinute(string who, int most) => RateLimitPartition.GetSlidingWindowLimiter(
        who, _ => new SlidingWindowRateLimiterOptions { PermitLimit = most, Window = Minute, SegmentsPerWindow = 6, QueueLimit = 0 });

    private static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments("/api") || request.Path.StartsWithSegments("/openapi");

    // Counted before anybody looks whether it is a token at all: looking is what costs.
    private static string? TokenOf(HttpRequest request) =>
        request.Headers.Authorization is [{ } header] ? Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(header))) : null;
}
