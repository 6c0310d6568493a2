using Dashboard.Domain.Changes;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data;

/// <summary>Keeps which account a subject of another sign-in service is here.</summary>
public sealed class ExternalLoginRegister(Ledger ledger, IDbContextFactory<DashboardDb> databases)
{
    /// <summary>Account that a subject is linked with; null when it is with none.</summary>
    public async Task<string?> FindAsync(string issuer, string subject, CancellationToken cancellationToken = default)
    {
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.ExternalLogins.Where(l => l.Issuer == issuer && l.Subject == subject).Select(l => l.Account).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Whether an account is linked with a subject.</summary>
    public async Task<bool> HasAsync(string account, CancellationToken cancellationToken = default)
    {
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.ExternalLogins.AnyAsync(l => l.Account == account, cancellationToken);
    }

    /// <summary>Takes the link from an account, and ends the sessions that began by it. Nothing happens when there is none.</summary>
    public Task<WriteReceipt> UnlinkAsync(string by, string account, CancellationToken cancellationToken = default) =>
        ledger.WriteAsync(by, (page, cancel) => UnlinkAsync(page, account, cancel), null, cancellationToken);

    /// <summary>Takes the link from an account as part of a larger write.</summary>
    public static async Task UnlinkAsync(LedgerPage page, string account, CancellationToken cancellationToken = default)
    {
        List<ExternalLogin> links = await page.Db.ExternalLogins.Where(l => l.Account == account).ToListAsync(cancellationToken);
        foreach (ExternalLogin link in links)
        {
            page.Db.Remove(link);
            page.Record(Subject.Account, null, account, null, LogPayload.Write(new { Event = "external-unlinked", link.Issuer, link.Subject }));
        }

        if (links.Count > 0)
        {
            await SessionRegister.EndAsync(page, account, s => s.Kind == SessionKind.External, cancellationToken);
        }
    }

    /// <summary>
    /// Links a subject with an account, until the link is taken away, if the account waits for that: it is open and no sample, it has no password
    /// and no link yet, and an administrator's invitation is good. The invitation is used up. False, and nothing changes, else.
    /// </summary>
    public async Task<bool> LinkAsync(string issuer, string subject, string account, CancellationToken cancellationToken = default)
    {
        bool isLinked = false;
        await ledger.WriteAsync(
            account,
            async (page, cancel) =>
            {
                Credential? credential = await page.Db.Credentials.FindAsync([account], cancel);
                if (credential is not { PasswordHash: null, InvitationHash: not null, InvitedUntil: { } until } || until <= page.At
                    || !await page.Db.Accounts.AnyAsync(a => a.Name == account && a.ClosedAt == null && !a.IsSample, cancel)
                    || await page.Db.ExternalLogins.AnyAsync(l => l.Account == account || (l.Issuer == issuer && l.Subject == subject), cancel))
                {
                    return;
                }

                (credential.InvitationHash, credential.InvitedUntil) = (null, null);
                page.Db.Add(new ExternalLogin(issuer, subject, account));
                page.Record(Subject.Account, null, account, null, LogPayload.Write(new { Event = "external-linked", Issuer = issuer, Subject = subject }));
                isLinked = true;
            },
            null,
            cancellationToken);
        return isLinked;
    }
}
