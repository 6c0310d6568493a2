using Dashboard.Domain;
using Dashboard.Domain.Changes;

namespace Dashboard.Data;

/// <summary>Keeps the secrets of accounts. The log says that one changed, never what it is.</summary>
public sealed class CredentialRegister(Ledger ledger)
{
    /// <summary>Changes the secrets of an account, which are made when there are none yet.</summary>
    /// <param name="by">Account that writes.</param>
    /// <param name="account">Whose.</param>
    /// <param name="change">Changes them; what it leaves alone stays as it is then.</param>
    /// <param name="told">A stable word for the log, e.g. <c>password-set</c>; null for what is not worth an entry.</param>
    /// <param name="cancellationToken">Takes the write back as long as it is not done.</param>
    /// <exception cref="BrokenRuleException"><c>account.unknown</c>.</exception>
    public Task<WriteReceipt> ChangeAsync(string by, string account, Action<Credential> change, string? told, CancellationToken cancellationToken = default) =>
        ledger.WriteAsync(by, (page, cancel) => ChangeAsync(page, account, change, told, cancel), null, cancellationToken);

    /// <summary>The same as part of a larger write.</summary>
    /// <exception cref="BrokenRuleException"><c>account.unknown</c>.</exception>
    public static async Task ChangeAsync(LedgerPage page, string account, Action<Credential> change, string? told, CancellationToken cancellationToken = default)
    {
        if (await page.Db.Accounts.FindAsync([account], cancellationToken) is null)
        {
            throw new BrokenRuleException("account.unknown", $"No account is named {account}.", account);
        }

        Credential? known = await page.Db.Credentials.FindAsync([account], cancellationToken);
        Credential credential = known ?? new Credential { Account = account, Stamp = RandomSecret.New() };
        change(credential);
        if (known is null)
        {
            page.Db.Add(credential);
        }

        if (told is not null)
        {
            page.Record(Subject.Account, null, account, null, LogPayload.Write(new { Event = told }));
        }
    }
}
