using System.Collections.Immutable;
using Dashboard.Data;

namespace Dashboard.Access;

/// <summary>All that deciding about one account takes, as of its last change.</summary>
/// <param name="Account">The account.</param>
/// <param name="Stamp">Stamp of its secrets; empty where it has none.</param>
/// <param name="HasPassword">Whether it signs in by a password.</param>
/// <param name="IsTwoFactor">Whether a second factor is asked for.</param>
/// <param name="Sessions">Its open sessions by the hash of their secret.</param>
/// <param name="Tokens">Its tokens that were not taken back, by their hash.</param>
internal sealed record AccessEntry(
    Account Account, string Stamp, bool HasPassword, bool IsTwoFactor, ImmutableDictionary<string, Session> Sessions, ImmutableDictionary<string, AccessToken> Tokens)
{
    /// <summary>Rights of a session or token of this account that has a limit.</summary>
    public Rights Rights(IReadOnlyList<Grant>? limit) =>
        new(Account.Name, Account.DisplayName, Account.DisplayNameEn ?? Account.DisplayName, Account.Grants, limit)
        {
            LacksSecondFactor = HasPassword && !IsTwoFactor && Account.Grants.Any(g => g.Role is AccountRole.Administrator or AccountRole.Reviewer),
        };
}
