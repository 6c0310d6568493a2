using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Accounts;

/// <summary>Reads the accounts that are within an administrator's reach; of secrets no more than whether there are any.</summary>
public sealed class AccountList(IDbContextFactory<DashboardDb> databases, CommitteeDirectory directory, AccessBook book, TimeProvider time)
{
    /// <summary>The accounts, in the order of their names.</summary>
    public async Task<IReadOnlyList<AccountRow>> ReadAsync(Rights administrator, CancellationToken cancellationToken = default)
    {
        var reach = new AccountReach(administrator, directory.Search);
        DateTime now = time.GetUtcNow().UtcDateTime;
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        List<Account> accounts = await db.Accounts.AsNoTracking().OrderBy(a => a.Name).ToListAsync(cancellationToken);
        Dictionary<string, Entry> entries = await db.Credentials.AsNoTracking()
            .Select(c => new { c.Account, Entry = new Entry(c.PasswordHash != null, c.LockedUntil, c.InvitedUntil) })
            .ToDictionaryAsync(c => c.Account, c => c.Entry, cancellationToken);
        HashSet<string> external = [.. await db.ExternalLogins.Select(l => l.Account).Distinct().ToListAsync(cancellationToken)];
        Dictionary<string, DateTime> last = await db.Sessions.AsNoTracking().Where(s => s.Kind != SessionKind.Screen)
            .GroupBy(s => s.Account).Select(g => new { g.Key, At = g.Max(s => s.StartedAt) }).ToDictionaryAsync(g => g.Key, g => g.At, cancellationToken);
        return
        [
            .. from account in accounts
               where reach.Sees(account)
               let entry = entries.GetValueOrDefault(account.Name) ?? new Entry(false, null, null)
               select new AccountRow(
                   account with { Grants = [.. account.Grants.Where(reach.Holds)] },
                   reach.HoldsAllOf(account),
                   StateOf(account, entry, external.Contains(account.Name), now),
                   last.TryGetValue(account.Name, out DateTime at) ? at : null,
                   book.SessionsOf(account.Name).Count,
                   entry.LockedUntil > now ? entry.LockedUntil : null,
                   external.Contains(account.Name)),
        ];
    }

    private static AccountState StateOf(Account account, Entry entry, bool hasExternal, DateTime now) => (account, entry) switch
    {
        ({ ClosedAt: not null }, _) => AccountState.Closed,
        _ when entry.LockedUntil > now => AccountState.Locked,
        _ when entry.HasPassword || hasExternal || account.IsSample => AccountState.Active,
        _ => entry.InvitedUntil > now ? AccountState.Invited : AccountState.Waiting,
    };

    private sealed record Entry(bool HasPassword, DateTime? LockedUntil, DateTime? InvitedUntil);
}
