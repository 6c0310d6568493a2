using System.Globalization;
using System.Reflection;
using Dashboard.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Dashboard.Tests.Access;

/// <summary>
/// What the tests must know of each address to try it: how its parameters are filled, by their names. An address with a
/// parameter that is not here cannot be tried, and a test says so.
/// </summary>
internal static class RouteTable
{
    /// <summary>Addresses that the framework adds past all that could state a policy for them; they stay closed to everybody.</summary>
    public static readonly string[] Closed = ["Blazor Opaque Redirection", "Fallback {**path:file}"];

    /// <summary>Stands in the table for the code of a committee, inside or outside of whoever asks.</summary>
    public const string Committee = "{committee}";

    /// <summary>What each parameter is filled with; null for one that is left out.</summary>
    private static readonly Dictionary<string, string?> Values = new(StringComparer.OrdinalIgnoreCase)
    {
        ["code"] = Committee,
        ["committee"] = Committee,
        ["period"] = "2026-Q3",
        ["compare"] = "year",
        ["view"] = "now",
        ["indicator"] = "vetting.admission",
        ["since"] = "2026-10-01",
        ["number"] = null,
        ["audience"] = null,
        ["each"] = null,
        ["topic"] = null,
        ["asof"] = null,
        ["children"] = "true",
        ["from"] = "2026-Q1",
        ["to"] = "2026-Q3",
        ["after"] = "0",
        ["limit"] = "20",
        ["back"] = "/",
        ["c"] = "vi",
        ["t"] = "light",
        ["account"] = "leader",
        ["new"] = null,
        ["documentName"] = "v1",
        ["subject"] = null,
        ["below"] = "1",
        ["key"] = null,
        ["before"] = null,
        ["refused"] = null,
        ["done"] = null,
        ["form"] = "TD-QUY",
        ["q"] = null,
        ["fault"] = null,
        ["why"] = null,
        ["state"] = "open",
        ["kind"] = null,
        ["at"] = null,
        ["category"] = null,
        ["step"] = null,
        ["extended"] = null,
        ["sort"] = null,
        ["desc"] = null,
        ["page"] = null,
        ["case"] = null,
        ["return"] = null,
        ["under"] = null,
        ["risk"] = null,
        ["band"] = null,
        ["severity"] = null,
        ["found"] = null,
        ["mode"] = "change",
        ["closed"] = "vetting",
        ["only"] = null,
        ["notes"] = "0",
        ["rows"] = "tall",
        ["by"] = null,
        ["doc"] = null,
        ["show"] = null,
        ["about"] = null,
        ["version"] = "1",
    };

    /// <summary>What single addresses fill a parameter with because it means something else there.</summary>
    private static readonly Dictionary<(string Pattern, string Name), string?> Otherwise = new()
    {
        [("/admin/log", "from")] = null,
        [("/admin/log", "to")] = null,
        [("/admin/log", "account")] = null,
        // A code that was handed to somebody, or that a screen shows.
        [("/screens", "code")] = null,
        [("/api/v1/returns", "below")] = "true",
        [("/setup", "code")] = null,
        [("/welcome", "code")] = null,
    };

    /// <summary>Addresses that are not about one committee and only look for one: those outside are as those that are not there.</summary>
    public static readonly string[] Filters = ["/admin/log", "/admin/log/export"];

    /// <summary>Whom each policy lets in, written down a second time on purpose: by the names of the accounts of <see cref="ScopedSite"/>.</summary>
    public static readonly Dictionary<string, string[]> LetsIn = new()
    {
        [Policies.SignedIn] = ["leader", "officer", "reviewer", "an-binh", "admin", "screen"],
        [Policies.Read] = ["leader", "officer", "reviewer", "an-binh", "admin"],
        [Policies.Enter] = ["officer"],
        [Policies.Review] = ["reviewer"],
        [Policies.Administer] = ["an-binh", "admin"],
        [Policies.AdministerAll] = ["admin"],
        [Policies.Meet] = ["leader", "officer", "reviewer", "an-binh", "admin", "screen"],
        [Policies.Api] = [],
    };

    /// <summary>A committee inside the scope of each account, and one outside: for one that sees everything, one that is not there.</summary>
    public static readonly (string Account, string Inside, string Outside)[] Accounts =
    [
        ("leader", "TU-MAU", ScopedSite.Elsewhere),
        ("officer", "HU-MAU-01", "HU-MAU-02"),
        ("reviewer", "TU-MAU", "TW"),
        ("an-binh", "HU-MAU-01", "TU-MAU"),
        ("admin", ScopedSite.Elsewhere, "NOWHERE"),
        ("screen", "TU-MAU", "TW"),
    ];

    /// <summary>Whether an address states who may open it: one of the policies, or that it is open to everybody.</summary>
    public static bool StatesPolicy(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || PolicyOf(endpoint) is { } policy && LetsIn.ContainsKey(policy);

    /// <summary>The policy that an address states last, which is the one that must not be wider than the others.</summary>
    public static string? PolicyOf(Endpoint endpoint) => endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>() is [.., { Policy: var last }] ? last : null;

    /// <summary>Whether an address is a file of the site, the same for everybody.</summary>
    public static bool IsAsset(Endpoint endpoint) => endpoint.Metadata.Any(m => m.GetType().Name == "StaticAssetDescriptor");

    /// <summary>Whether the framework made the address, for its own connection and scripts.</summary>
    public static bool IsFramework(RouteEndpoint endpoint) => Pattern(endpoint).StartsWith("/_", StringComparison.Ordinal);

    /// <summary>The pattern with a slash in front.</summary>
    public static string Pattern(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText?.TrimStart('/');

    /// <summary>The methods an address takes; GET where it does not say.</summary>
    public static IReadOnlyList<string> Methods(Endpoint endpoint) => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"];

    /// <summary>Names of the parameters that an address reads from its path and its query.</summary>
    public static IReadOnlyList<string> Parameters(RouteEndpoint endpoint)
    {
        IEnumerable<string> path = endpoint.RoutePattern.Parameters.Select(p => p.Name);
        IEnumerable<string> page = endpoint.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(p => (p.Name, p.GetCustomAttribute<SupplyParameterFromQueryAttribute>())).Where(p => p.Item2 is not null).Select(p => p.Item2!.Name ?? p.Name) ?? [];
        IEnumerable<string> handler = endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters()
            .Where(p => IsPlain(p.ParameterType) && !p.IsDefined(typeof(Microsoft.AspNetCore.Mvc.FromFormAttribute))).Select(p => p.Name!) ?? [];
        return [.. path.Concat(page).Concat(handler).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Parameters that nobody has said how to fill.</summary>
    public static IEnumerable<string> Unknown(RouteEndpoint endpoint) => Parameters(endpoint).Where(name => !Values.ContainsKey(name) && !Otherwise.ContainsKey((Pattern(endpoint), name)));

    /// <summary>Whether an address is about one committee.</summary>
    public static bool NamesCommittee(RouteEndpoint endpoint) => Parameters(endpoint).Any(name => ValueOf(endpoint, name) == Committee);

    /// <summary>The address with its parameters filled.</summary>
    public static string Fill(RouteEndpoint endpoint, string committee)
    {
        string path = Pattern(endpoint);
        var query = new List<string>();
        foreach (string name in Parameters(endpoint))
        {
            string? value = ValueOf(endpoint, name) == Committee ? committee : ValueOf(endpoint, name);
            bool isInPath = endpoint.RoutePattern.Parameters.Any(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase));
            if (isInPath)
            {
                int start = path.IndexOf($"{{{name}", StringComparison.OrdinalIgnoreCase);
                path = path[..start] + Uri.EscapeDataString(value!) + path[(path.IndexOf('}', start) + 1)..];
            }
            else if (value is not null)
            {
                query.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }

        return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
    }

    private static string? ValueOf(RouteEndpoint endpoint, string name) =>
        Otherwise.TryGetValue((Pattern(endpoint), name), out string? otherwise) ? otherwise : Values[name];

    private static bool IsPlain(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(string) || type == typeof(string[]) || type.IsPrimitive || type.IsEnum || type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IParsable<>)) || type == typeof(CultureInfo);
    }
}
