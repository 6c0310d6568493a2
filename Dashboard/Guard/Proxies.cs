using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Dashboard.Guard;

/// <summary>
/// Whose word is taken on where a request comes from. Nobody's, unless <c>Dashboard__Proxies</c> names the reverse proxies
/// by address or network, separated by semicolons (<c>10.0.0.5;192.168.7.0/24</c>).
/// </summary>
public static class Proxies
{
    private const string Setting = "Dashboard:Proxies";

    /// <summary>Reads the setting.</summary>
    /// <exception cref="InvalidOperationException">Thrown at the start, when a part of it is neither an address nor a network.</exception>
    public static void AddProxies(this IServiceCollection services) =>
        // After whatever else configures it: a variable of the framework's own would otherwise trust everybody.
        services.AddOptions<ForwardedHeadersOptions>().PostConfigure<IConfiguration>((options, configuration) => Set(options, configuration[Setting]));

    private static void Set(ForwardedHeadersOptions options, string? proxies)
    {
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (string proxy in (proxies ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (IPAddress.TryParse(proxy, out IPAddress? address))
            {
                options.KnownProxies.Add(address);
            }
            else if (System.Net.IPNetwork.TryParse(proxy, out System.Net.IPNetwork network))
            {
                options.KnownIPNetworks.Add(network);
            }
            else
            {
                throw new InvalidOperationException($"Dashboard__Proxies: “{proxy}” is neither an IP address nor a network such as 10.0.0.0/8.");
            }
        }

        // With both lists empty the framework would take the word of anybody.
        bool isAnyTrusted = options.KnownProxies.Count + options.KnownIPNetworks.Count > 0;
        options.ForwardedHeaders = isAnyTrusted ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost : ForwardedHeaders.None;
        options.ForwardLimit = null;
    }
}
