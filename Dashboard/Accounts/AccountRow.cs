using Dashboard.Data;

namespace Dashboard.Accounts;

/// <summary>An account as one administrator sees it.</summary>
/// <param name="Account">The account with those of its grants that lie in the administered committees.</param>
/// <param name="IsWhole">Whether these are all its grants: only then can it be renamed, closed or signed out.</param>
/// <param name="State">Whether it can sign in.</param>
/// <param name="LastSignIn">When it last signed in, UTC; null for never.</param>
/// <param name="Sessions">Sessions open now.</param>
/// <param name="LockedUntil">Until when it is locked, UTC.</param>
/// <param name="IsLinked">Whether it signs in through another service.</param>
public sealed record AccountRow(Account Account, bool IsWhole, AccountState State, DateTime? LastSignIn, int Sessions, DateTime? LockedUntil, bool IsLinked);
