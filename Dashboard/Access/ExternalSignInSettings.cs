namespace Dashboard.Access;

/// <summary>Another service that accounts may sign in through (OpenID Connect), as <c>Dashboard__OpenIdConnect__…</c> names it.</summary>
/// <param name="Authority">Address of the service, below which its configuration is found.</param>
/// <param name="ClientId">Name by which it knows this server.</param>
/// <param name="ClientSecret">Secret shared with it.</param>
/// <param name="Name">What the button calls it.</param>
/// <param name="AccountClaim">Claim that names the account here, when a subject comes for the first time.</param>
public sealed record ExternalSignInSettings(Uri Authority, string ClientId, string ClientSecret, string Name, string AccountClaim)
{
    private const string Section = "Dashboard:OpenIdConnect:";

    /// <summary>Reads the settings; null when no service is named.</summary>
    /// <exception cref="InvalidOperationException">
    /// Something is missing, or the service is not reached over HTTPS: <c>AllowHttp</c> is for one on this very machine.
    /// </exception>
    public static ExternalSignInSettings? From(IConfiguration configuration)
    {
        if (string.IsNullOrWhiteSpace(configuration[$"{Section}Authority"]))
        {
            return null;
        }

        if (!Uri.TryCreate(Given("Authority"), UriKind.Absolute, out Uri? authority)
            || !(authority.Scheme == Uri.UriSchemeHttps || (authority is { Scheme: "http", IsLoopback: true } && configuration.GetValue($"{Section}AllowHttp", false))))
        {
            throw new InvalidOperationException($"{Section}Authority must be an https address.");
        }

        return new ExternalSignInSettings(authority, Given("ClientId"), Given("ClientSecret"), configuration[$"{Section}Name"] ?? authority.Host, configuration[$"{Section}AccountClaim"] ?? "preferred_username");

        string Given(string name) => configuration[Section + name] is { Length: > 0 } value ? value : throw new InvalidOperationException($"{Section}{name} is not set.");
    }

    // A record would print its members, and this one holds a secret.
    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append(Name).Append(' ').Append(Authority);
        return true;
    }
}
