using System.Text.RegularExpressions;
using Dashboard.Domain;
using Dashboard.Domain.Changes;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data;

/// <summary>Keeps the accounts and what they may do; every change is in the log.</summary>
public sealed partial class AccountRegister(Ledger ledger)
{
    /// <summary>Adds or changes accounts, all or none.</summary>
    /// <exception cref="BrokenRuleException"><c>account.name</c>, or <c>structure.unknown</c> for a grant in what is no committee.</exception>
    public Task<WriteReceipt> PutAsync(string by, IReadOnlyList<Account> accounts, string? reason = null, CancellationToken cancellationToken = default) =>
        ledger.WriteAsync(by, (page, token) => PutAsync(page, accounts, token), reason, cancellationToken);

    /// <summary>Adds or changes accounts as part of a larger write.</summary>
    /// <exception cref="BrokenRuleException"><c>account.name</c>, or <c>structure.unknown</c> for a grant in what is no committee.</exception>
    public static async Task PutAsync(LedgerPage page, IReadOnlyList<Account> accounts, CancellationToken cancellationToken = default)
    {
        await page.Db.SaveChangesAsync(cancellationToken);
        foreach (Account account in accounts)
        {
            if (!NameForm().IsMatch(account.Name))
            {
                throw new BrokenRuleException("account.name", $"“{account.Name}” cannot be the name of an account.", account.Name);
            }

            foreach (string code in account.Grants.Select(g => g.Committee).OfType<string>())
            {
                if (!await page.Db.Committees.AnyAsync(c => c.Code == code, cancellationToken))
                {
                    throw new BrokenRuleException("structure.unknown", $"{account.Name}: no committee has the code {code}.", account.Name, code);
                }
            }

            await page.PutAsync(account, [account.Name], Subject.Account, null, account.Name, LogPayload.Write, cancellationToken);
        }
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]{0,63}$", RegexOptions.CultureInvariant)]
    private static partial Regex NameForm();
}
