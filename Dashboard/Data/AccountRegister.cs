using System.Text.RegularExpressions;
using Dashboard.Domain;
using Dashboard.Domain.Changes;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data;

/// <summary>Keeps the accounts and what they may do; every change is in the log.</summary>
public sealed partial class AccountRegister(Ledger ledger)
{
    /// <summary>Adds or changes accounts, all or none.</summary>
    /// <exception cref="BrokenRuleException"><c>account.name</c>, <c>structure.unknown</c> for a grant in what is no committee, or <c>account.lastAdministrator</c> when nobody would be left who administers everything.</exception>
    public Task<WriteReceipt> PutAsync(string by, IReadOnlyList<Account> accounts, string? reason = null, CancellationToken cancellationToken = default) =>
        ledger.WriteAsync(by, (page, token) => PutAsync(page, accounts, token), reason, cancellationToken);

    /// <summary>Adds an account.</summary>
    /// <exception cref="BrokenRuleException"><c>account.taken</c>, or what <see cref="PutAsync(LedgerPage, IReadOnlyList{Account}, CancellationToken)"/> names.</exception>
    public Task<WriteReceipt> AddAsync(string by, Account account, CancellationToken cancellationToken = default) => ledger.WriteAsync(
        by,
        async (page, token) =>
        {
            if (await page.Db.Accounts.AnyAsync(a => a.Name == account.Name, token))
            {
                throw new BrokenRuleException("account.taken", $"There is an account {account.Name} already.", account.Name);
            }

            await PutAsync(page, [account], token);
        },
        null,
        cancellationToken);

    /// <summary>Adds or changes accounts as part of a larger write.</summary>
    /// <exception cref="BrokenRuleException"><c>account.name</c>, <c>structure.unknown</c> for a grant in what is no committee, or <c>account.lastAdministrator</c> when nobody would be left who administers everything.</exception>
    public static async Task PutAsync(LedgerPage page, IReadOnlyList<Account> accounts, CancellationToken cancellationToken = default)
    {
        await page.Db.SaveChangesAsync(cancellationToken);
        foreach (Account account in accounts)
        {
            if (!NameForm().IsMatch(account.Name))
            {
                throw new BrokenRuleException("account.name", $"“{account.Name}” cannot be the name of an account.", account.Name);
            }

            FreeText.Check(account.DisplayName, FreeText.LongestName, TextField.AccountName);
            FreeText.Check(account.DisplayNameEn, FreeText.LongestName, TextField.AccountName);
            foreach (string code in account.Grants.Select(g => g.Committee).OfType<string>())
            {
                if (!await page.Db.Committees.AnyAsync(c => c.Code == code, cancellationToken))
                {
                    throw new BrokenRuleException("structure.unknown", $"{account.Name}: no committee has the code {code}.", account.Name, code);
                }
            }

            await KeepAdministratorAsync(page, account, cancellationToken);
            await page.PutAsync(account, [account.Name], Subject.Account, null, account.Name, LogPayload.Write, cancellationToken);
        }
    }

    /// <summary>Refuses to take away the last open account that administers everything.</summary>
    private static async Task KeepAdministratorAsync(LedgerPage page, Account account, CancellationToken cancellationToken)
    {
        if (AdministersAll(account) || await page.Db.Accounts.FindAsync([account.Name], cancellationToken) is not { } before || !AdministersAll(before))
        {
            return;
        }

        // Not tracked, and so as stored: what this write changed before is saved first.
        await page.Db.SaveChangesAsync(cancellationToken);
        if (!(await page.Db.Accounts.AsNoTracking().Where(a => a.Name != account.Name && a.ClosedAt == null).ToListAsync(cancellationToken)).Any(AdministersAll))
        {
            throw new BrokenRuleException("account.lastAdministrator", $"{account.Name} is the last account that administers everything.", account.Name);
        }
    }

    private static bool AdministersAll(Account account) => account.ClosedAt is null && account.Grants.Contains(new Grant(AccountRole.Administrator, null));

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]{0,63}$", RegexOptions.CultureInvariant)]
    private static partial Regex NameForm();
}
