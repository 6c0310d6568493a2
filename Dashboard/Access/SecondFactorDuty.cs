using Dashboard.Data;

namespace Dashboard.Access;

/// <summary>
/// Roles whose holders must have a second factor (<c>Dashboard__RequireSecondFactor=administrator,reviewer</c>): whoever
/// signed in by a password and has none is led to where it is turned on, and nowhere else.
/// </summary>
/// <param name="Roles">The roles; none by default.</param>
public sealed record SecondFactorDuty(IReadOnlyList<AccountRole> Roles)
{
    /// <summary>Where a second factor is turned on.</summary>
    public const string Page = "/account/second-factor";

    private const string Setting = "Dashboard:RequireSecondFactor";

    /// <summary>Reads the setting.</summary>
    /// <exception cref="InvalidOperationException">It names what is no role.</exception>
    public static SecondFactorDuty From(IConfiguration configuration) => new([.. (configuration[Setting] ?? "")
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(word => Words.TryRead(word, out AccountRole role) ? role : throw new InvalidOperationException($"Dashboard__RequireSecondFactor: “{word}” is no role."))]);

    /// <summary>Whether an account must have a second factor.</summary>
    public bool BindsHolderOf(Rights rights) => Roles.Count > 0 && rights.HasAny(Roles);

    /// <summary>Whether whoever is in a session must turn a second factor on first. A grant may make it a duty at any moment.</summary>
    internal bool IsUnmet(string? secret, AccessBook book) =>
        Roles.Count > 0 && book.FindSession(secret) is { Kind: SessionKind.Password } session
        && !book.HasSecondFactor(session.Account) && book.OfSession(secret) is { } rights && BindsHolderOf(rights);
}
