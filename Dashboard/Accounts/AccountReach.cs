using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Data;

namespace Dashboard.Accounts;

/// <summary>
/// Which accounts and which of their grants one administrator may see and change: grants are theirs one by one, by the
/// committee each names. An account is seen when one of its grants lies in the administered scope, and only those grants
/// of it; it is wholly theirs (its names, its sessions, whether it is open, how it signs in) when all do, so that nobody
/// takes over or shuts out an account that works elsewhere too. Accounts without any grant are wholly theirs who
/// administer everything.
/// </summary>
public sealed class AccountReach
{
    private readonly CommitteeSearch _committees;

    /// <summary>The reach of an account.</summary>
    /// <param name="administrator">Who administers, with what limits the session.</param>
    /// <param name="committees">The committees of today.</param>
    public AccountReach(Rights administrator, CommitteeSearch committees)
    {
        _committees = committees;
        Scope = administrator.In([AccountRole.Administrator], code => committees.Find(code)?.Number);
    }

    /// <summary>The administered committees.</summary>
    public Scope Scope { get; }

    /// <summary>Whether a grant lies in the administered scope; one at every root only in everybody's.</summary>
    public bool Holds(Grant grant) => grant.Committee is null
        ? Scope.IsEverything
        : _committees.Find(grant.Committee) is { } committee ? Scope.Sees(committee.Number, _committees.ParentOf) : Scope.IsEverything;

    /// <summary>Whether the account is there for the administrator.</summary>
    public bool Sees(Account account) => account.Grants.Count == 0 ? Scope.IsEverything : account.Grants.Any(Holds);

    /// <summary>Whether all of the account is the administrator's.</summary>
    public bool HoldsAllOf(Account account) => Sees(account) && account.Grants.All(Holds);
}
