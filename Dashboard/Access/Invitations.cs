using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Changes;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Access;

/// <summary>
/// One-time codes with which the owner of an account sets its password: the first one, or another when it was forgotten.
/// Only the hash of a code is kept.
/// </summary>
public sealed class Invitations(IDbContextFactory<DashboardDb> databases, Ledger ledger, Passwords passwords, TimeProvider time)
{
    /// <summary>How long a code is good.</summary>
    public static readonly TimeSpan Lasting = TimeSpan.FromDays(7);

    /// <summary>Address, on this site, at which a code is used.</summary>
    public static string PathOf(string code) => $"/welcome?code={Uri.EscapeDataString(code)}";

    /// <summary>Makes a code for an account; the one before it is worth nothing any more.</summary>
    /// <param name="by">Account that invites.</param>
    /// <param name="account">Whose password may be set.</param>
    /// <param name="cancellationToken">Takes the write back as long as it is not done.</param>
    /// <returns>The code, which is not to be had again.</returns>
    /// <exception cref="BrokenRuleException"><c>account.unknown</c>.</exception>
    public async Task<string> IssueAsync(string by, string account, CancellationToken cancellationToken = default)
    {
        string code = RandomSecret.New();
        await ledger.WriteAsync(by, (page, cancel) => IssueAsync(page, account, code, cancel), null, cancellationToken);
        return code;
    }

    /// <summary>Takes a code of the caller's as part of a larger write.</summary>
    /// <exception cref="BrokenRuleException"><c>account.unknown</c>.</exception>
    public static Task IssueAsync(LedgerPage page, string account, string code, CancellationToken cancellationToken = default) => CredentialRegister.ChangeAsync(
        page, account, c => (c.InvitationHash, c.InvitedUntil) = (RandomSecret.HashOf(code), page.At + Lasting), "invited", cancellationToken);

    /// <summary>The account a code is for; null when it is unknown, used or too old, or the account is closed.</summary>
    public async Task<string?> FindAsync(string? code, CancellationToken cancellationToken = default)
    {
        if (code is null)
        {
            return null;
        }

        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        return (await FindAsync(db, code, time.GetUtcNow().UtcDateTime, cancellationToken))?.Account;
    }

    /// <summary>Sets the password of the account that a code is for, and uses the code up. Sessions of the account are over.</summary>
    /// <returns>Name of the account.</returns>
    /// <exception cref="BrokenRuleException"><c>invitation.over</c>, or one of the <c>password.…</c> rules.</exception>
    public async Task<string> RedeemAsync(string code, string password, CancellationToken cancellationToken = default)
    {
        string account = await FindAsync(code, cancellationToken) ?? throw Over();
        PasswordRules.Check(account, password);
        string hash = passwords.Hash(password);
        await ledger.WriteAsync(
            account,
            async (page, cancel) =>
            {
                Credential credential = await FindAsync(page.Db, code, page.At, cancel) ?? throw Over();
                passwords.Set(credential, hash);
                page.Record(Subject.Account, null, account, null, LogPayload.Write(new { Event = "invitation-used" }));
            },
            null,
            cancellationToken);
        return account;
    }

    private static async Task<Credential?> FindAsync(DashboardDb db, string code, DateTime now, CancellationToken cancellationToken)
    {
        string hash = RandomSecret.HashOf(code);
        Credential? credential = await db.Credentials.SingleOrDefaultAsync(c => c.InvitationHash == hash && c.InvitedUntil > now, cancellationToken);
        return credential is not null && await db.Accounts.AnyAsync(a => a.Name == credential.Account && a.ClosedAt == null, cancellationToken) ? credential : null;
    }

    private static BrokenRuleException Over() => new("invitation.over", "The invitation is unknown, was used or has run out.");
}
