using System.Text.RegularExpressions;
using Dashboard.Tests.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Guard;

/// <summary>What an application answers to, out of its own table of endpoints, so that what is added later is tried, too.</summary>
internal static partial class Routes
{
    /// <summary>Endpoints other than assets that take the method.</summary>
    public static IReadOnlyList<RouteEndpoint> Of(DashboardApp app, string method) =>
        [.. All(app).Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null && Methods(e) is var methods && (methods.Count == 0 || methods.Contains(method)))];

    /// <summary>Endpoints other than assets that take something else than reading.</summary>
    public static IEnumerable<(string Method, RouteEndpoint Endpoint)> Changing(DashboardApp app) =>
        from method in (string[])["POST", "PUT", "PATCH", "DELETE"]
        from endpoint in Of(app, method)
        select (method, endpoint);

    /// <summary>Addresses of all assets.</summary>
    public static IReadOnlyList<string> Assets(DashboardApp app) =>
        [.. All(app).Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is not null).Select(PathOf).Distinct()];

    /// <summary>An address of an endpoint; parameters that are not given get values that exist.</summary>
    public static string PathOf(RouteEndpoint endpoint) => PathOf(endpoint, null);

    /// <summary>The same with one value for every parameter.</summary>
    public static string PathOf(RouteEndpoint endpoint, string? value) =>
        "/" + Parameter().Replace(endpoint.RoutePattern.RawText ?? "", found => value ?? (found.Groups[1].Value.ToUpperInvariant() switch
        {
            "CODE" => "TU-MAU",
            "DOCUMENTNAME" => "v1",
            _ => "1",
        })).TrimStart('/');

    private static IEnumerable<RouteEndpoint> All(DashboardApp app) => app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static IReadOnlyList<string> Methods(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];

    [GeneratedRegex(@"\{\**(\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
