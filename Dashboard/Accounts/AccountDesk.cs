using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Domain;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Accounts;

/// <summary>
/// Where administrators change accounts. Who asks is looked up again inside the writing transaction, so that a right
/// taken away a moment ago counts no more; what lies outside their reach (<see cref="AccountReach"/>) does not exist for
/// them. Nobody changes their own grants or closes themselves: no administrator raises their own rights, and one of
/// everything always stays. The last grant of an account is not taken away: that would put the account out of reach of
/// whoever took it; it is closed instead.
/// </summary>
public sealed class AccountDesk(Ledger ledger, CommitteeDirectory directory, AccessBook book)
{
    /// <summary>Longest display name.</summary>
    public const int LongestName = 120;

    private const int LongestReason = 300;

    /// <summary>Adds an account, which has at least one grant.</summary>
    /// <exception cref="BrokenRuleException"><c>account.taken</c>, <c>account.name</c>, <c>account.noGrant</c> or one that <see cref="GrantAsync"/> or <see cref="RenameAsync"/> names.</exception>
    public Task AddAsync(Rights by, Account account, string? reason = null, CancellationToken cancellationToken = default) => WriteAsync(
        by,
        account.Name,
        async (page, reach, token) =>
        {
            if (await page.Db.Accounts.AnyAsync(a => a.Name == account.Name, token))
            {
                throw new BrokenRuleException("account.taken", $"There is an account {account.Name} already.", account.Name);
            }

            if (account.Grants.Count == 0)
            {
                throw new BrokenRuleException("account.noGrant", "An account needs a role in a committee.");
            }

            CheckGrants(reach, account.Grants, account.Grants);
            await AccountRegister.PutAsync(page, [Named(account, account.DisplayName, account.DisplayNameEn) with { IsSample = false, ClosedAt = null }], token);
        },
        reason,
        cancellationToken);

    /// <summary>Gives an account other names to show.</summary>
    /// <exception cref="BrokenRuleException"><c>account.unknown</c>, <c>account.shared</c> or <c>account.display</c>.</exception>
    public Task RenameAsync(Rights by, string name, string displayName, string? displayNameEn, string? reason = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(by, name, (_, account, _) => Named(account, displayName, displayNameEn), reason, cancellationToken);

    /// <summary>Gives an account a role in a committee; nothing happens when it has it.</summary>
    /// <exception cref="BrokenRuleException"><c>account.unknown</c>, <c>account.self</c>, <c>account.outside</c> or <c>account.duties</c>.</exception>
    public Task GrantAsync(Rights by, string name, Grant grant, string? reason = null, CancellationToken cancellationToken = default) => RegrantAsync(
        by,
        name,
        grants => grants.Contains(grant) ? grants : [.. grants, grant],
        grant,
        reason,
        cancellationToken);

    /// <summary>Takes a role in a committee from an account; nothing happens when it has it not.</summary>
    /// <exception cref="BrokenRuleException"><c>account.unknown</c>, <c>account.self</c>, <c>account.outside</c>, <c>account.lastGrant</c> or <c>account.lastAdministrator</c>.</exception>
    public Task WithdrawAsync(Rights by, string name, Grant grant, string? reason = null, CancellationToken cancellationToken = default) => RegrantAsync(
        by,
        name,
        grants => [.. grants.Where(g => g != grant)],
        grant,
        reason,
        cancellationToken);

    /// <summary>
    /// Closes an account: its sessions and tokens end for good, its password is worth nothing while it is closed.
    /// </summary>
    /// <exception cref="BrokenRuleException"><c>account.unknown</c>, <c>account.shared</c>, <c>account.self</c> or <c>account.lastAdministrator</c>.</exception>
    public Task CloseAsync(Rights by, string name, string? reason = null, CancellationToken cancellationToken = default) => WriteAsync(
        by,
        name,
        async (page, reach, token) =>
        {
            Account account = await WholeAsync(page, reach, name, token);
            RefuseSelf(by, name);
            await AccountRegister.PutAsync(page, [account with { ClosedAt = account.ClosedAt ?? page.At }], token);
            await SessionRegister.EndAsync(page, name, _ => true, token);
            await TokenRegister.RevokeAllAsync(page, name, token);
        },
        reason,
        cancellationToken);

    /// <summary>
    /// Takes the link with another sign-in service from an account: whoever signed in by it is out, and is let in that way
    /// again only after a new invitation. Nothing happens when there is none.
    /// </summary>
    /// <exception cref="BrokenRuleException"><c>account.unknown</c>, <c>account.shared</c> or <c>account.self</c>.</exception>
    public Task UnlinkAsync(Rights by, string name, string? reason = null, CancellationToken cancellationToken = default) => WriteAsync(
        by,
        name,
        async (page, reach, token) =>
        {
            await WholeAsync(page, reach, name, token);
            RefuseSelf(by, name);
            await ExternalLoginRegister.UnlinkAsync(page, name, token);
        },
        reason,
        cancellationToken);

    /// <summary>Opens a closed account again; whoever it is signs in anew, and programs need new tokens.</summary>
    /// <exception cref="BrokenRuleException"><c>account.unknown</c> or <c>account.shared</c>.</exception>
    public Task ReopenAsync(Rights by, string name, string? reason = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(by, name, (_, account, _) => account with { ClosedAt = null }, reason, cancellationToken);

    /// <summary>
    /// Makes a code with which the owner of an account sets its password; the one before it is worth nothing any more. Not for
    /// oneself: who is signed in changes the own password by the old one.
    /// </summary>
    /// <returns>The code, which is not to be had again.</returns>
    /// <exception cref="BrokenRuleException"><c>account.unknown</c>, <c>account.shared</c>, <c>account.self</c> or <c>account.closed</c>.</exception>
    public async Task<string> InviteAsync(Rights by, string name, string? reason = null, CancellationToken cancellationToken = default)
    {
        string code = RandomSecret.New();
        await WriteAsync(
            by,
            name,
            async (page, reach, token) =>
            {
                Account account = await WholeAsync(page, reach, name, token);
                RefuseSelf(by, name);
                if (account is { ClosedAt: not null } or { IsSample: true })
                {
                    throw new BrokenRuleException("account.closed", $"{name} cannot be invited: it is closed, or a sample account.", name);
                }

                await Invitations.IssueAsync(page, name, code, token);
            },
            reason,
            cancellationToken);
        return code;
    }

    /// <summary>Ends every session of an account; it may sign in again.</summary>
    /// <exception cref="BrokenRuleException"><c>account.unknown</c> or <c>account.shared</c>.</exception>
    public Task EndSessionsAsync(Rights by, string name, string? reason = null, CancellationToken cancellationToken = default) => WriteAsync(
        by,
        name,
        async (page, reach, token) =>
        {
            await WholeAsync(page, reach, name, token);
            await SessionRegister.EndAsync(page, name, _ => true, token);
        },
        reason,
        cancellationToken);

    private Task RegrantAsync(Rights by, string name, Func<IReadOnlyList<Grant>, IReadOnlyList<Grant>> change, Grant changed, string? reason, CancellationToken cancellationToken) => WriteAsync(
        by,
        name,
        async (page, reach, token) =>
        {
            Account account = await SeenAsync(page, reach, name, token);
            RefuseSelf(by, name);
            IReadOnlyList<Grant> grants = change(account.Grants);
            if (grants.Count == 0 && account.Grants.Count > 0)
            {
                throw new BrokenRuleException("account.lastGrant", $"{name} would be left without any right: close the account instead.", name);
            }

            CheckGrants(reach, [changed], grants);
            await AccountRegister.PutAsync(page, [account with { Grants = grants }], token);
        },
        reason,
        cancellationToken);

    private Task ChangeAsync(Rights by, string name, Func<LedgerPage, Account, AccountReach, Account> change, string? reason, CancellationToken cancellationToken) => WriteAsync(
        by,
        name,
        async (page, reach, token) =>
        {
            Account account = await WholeAsync(page, reach, name, token);
            await AccountRegister.PutAsync(page, [change(page, account, reach)], token);
        },
        reason,
        cancellationToken);

    private async Task WriteAsync(Rights by, string name, Func<LedgerPage, AccountReach, CancellationToken, Task> work, string? reason, CancellationToken cancellationToken)
    {
        reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        FreeText.Check(reason, LongestReason, TextField.Reason);
        await ledger.WriteAsync(by.Account, async (page, token) => await work(page, await ReachAsync(page, by, token), token), reason, cancellationToken);
        await book.RefreshAsync(name, cancellationToken);
    }

    private async Task<AccountReach> ReachAsync(LedgerPage page, Rights by, CancellationToken cancellationToken)
    {
        Account? administrator = await page.Db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Name == by.Account, cancellationToken);
        IReadOnlyList<Grant> grants = administrator is { ClosedAt: null } ? administrator.Grants : [];
        return new AccountReach(by with { Grants = grants }, directory.Search);
    }

    private static async Task<Account> SeenAsync(LedgerPage page, AccountReach reach, string name, CancellationToken cancellationToken)
    {
        Account? account = await page.Db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Name == name, cancellationToken);
        return account is not null && reach.Sees(account) ? account : throw new BrokenRuleException("account.unknown", $"No account is named {name}.", name);
    }

    private static async Task<Account> WholeAsync(LedgerPage page, AccountReach reach, string name, CancellationToken cancellationToken)
    {
        Account account = await SeenAsync(page, reach, name, cancellationToken);
        return reach.HoldsAllOf(account)
            ? account
            : throw new BrokenRuleException("account.shared", $"{name} has rights outside the administered committees as well.", name);
    }

    private static void RefuseSelf(Rights by, string name)
    {
        if (by.Account == name)
        {
            throw new BrokenRuleException("account.self", "Nobody changes their own rights.");
        }
    }

    private void CheckGrants(AccountReach reach, IEnumerable<Grant> changed, IReadOnlyList<Grant> grants)
    {
        if (changed.FirstOrDefault(g => !reach.Holds(g)) is { } outside)
        {
            throw new BrokenRuleException("account.outside", $"{outside} is not within the administered committees.", outside.Committee ?? "*");
        }

        if (Duties.Clash(grants, directory.Search) is not null)
        {
            throw new BrokenRuleException("account.duties", "Who administers a committee neither enters its figures nor approves them.");
        }
    }

    private static Account Named(Account account, string displayName, string? displayNameEn)
    {
        (string shown, string? english) = (displayName.Trim(), string.IsNullOrWhiteSpace(displayNameEn) ? null : displayNameEn.Trim());
        return shown.Length is > 0 and <= LongestName && (english is null || english.Length <= LongestName) && !$"{shown}{english}".Any(char.IsControl)
            ? account with { DisplayName = shown, DisplayNameEn = english }
            : throw new BrokenRuleException("account.display", $"A name to show has 1 to {LongestName} characters.", LongestName);
    }
}
