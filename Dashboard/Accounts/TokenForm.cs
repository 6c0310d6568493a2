namespace Dashboard.Accounts;

/// <summary>The form that asks for a token, as it is sent.</summary>
public sealed class TokenForm
{
    /// <summary>Name of the token.</summary>
    public string? Name { get; set; }

    /// <summary>Days it lasts: 30, 90, 365, or <c>date</c> for <see cref="Until"/>.</summary>
    public string? Days { get; set; }

    /// <summary>Last day, as <c>2026-12-31</c>.</summary>
    public string? Until { get; set; }

    /// <summary>Grants chosen, as <see cref="Data.Grant"/> writes them.</summary>
    public List<string>? Grants { get; set; }

    /// <summary>Whether the token is to read only, whatever the roles chosen.</summary>
    public bool ReadsOnly { get; set; }

    /// <summary>Code of the one committee it is for; empty for all of the grants chosen.</summary>
    public string? Committee { get; set; }

    /// <summary>A token to take back, by its hash.</summary>
    public string? Hash { get; set; }
}
