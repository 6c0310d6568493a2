using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Dashboard.Domain;
using Dashboard.Domain.Changes;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data;

/// <summary>Keeps the accounts and the hashes of their API tokens.</summary>
public sealed partial class AccountRegister(Ledger ledger)
{
    /// <summary>Adds or changes accounts, all or none.</summary>
    /// <exception cref="BrokenRuleException"><c>account.name</c>, or <c>structure.unknown</c> for a scope that is no committee.</exception>
    public Task<WriteReceipt> PutAsync(string by, IReadOnlyList<Account> accounts, string? reason = null, CancellationToken cancellationToken = default) =>
        ledger.WriteAsync(by, (page, token) => PutAsync(page, accounts, token), reason, cancellationToken);

    /// <summary>Makes an API token of an account and returns it; only its hash is kept.</summary>
    /// <exception cref="BrokenRuleException"><c>account.unknown</c>.</exception>
    public async Task<string> IssueTokenAsync(string by, string account, DateTime? expiresAt, CancellationToken cancellationToken = default)
    {
        string token = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        await ledger.WriteAsync(
            by,
            async (page, cancel) =>
            {
                if (await page.Db.Accounts.FindAsync([account], cancel) is null)
                {
                    throw new BrokenRuleException("account.unknown", $"No account is named {account}.", account);
                }

                page.Db.Add(new AccessToken { Hash = HashOf(token), Account = account, CreatedAt = page.At, ExpiresAt = expiresAt });
                page.Record(Subject.Account, null, account, null, LogPayload.Write(new { Token = HashOf(token)[..12], ExpiresAt = expiresAt }));
            },
            null,
            cancellationToken);
        return token;
    }

    /// <summary>The account that a token stands for; null when it is unknown or has expired.</summary>
    public static async Task<Account?> FindByTokenAsync(DashboardDb db, string token, DateTime now, CancellationToken cancellationToken = default)
    {
        string hash = HashOf(token);
        AccessToken? known = await db.Tokens.AsNoTracking().SingleOrDefaultAsync(t => t.Hash == hash, cancellationToken);
        return known is null || known.ExpiresAt <= now ? null : await db.Accounts.AsNoTracking().SingleAsync(a => a.Name == known.Account, cancellationToken);
    }

    /// <summary>SHA-256 of a token's text, lower-case hex.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Adds or changes accounts as part of a larger write.</summary>
    public static async Task PutAsync(LedgerPage page, IReadOnlyList<Account> accounts, CancellationToken cancellationToken = default)
    {
        await page.Db.SaveChangesAsync(cancellationToken);
        foreach (Account account in accounts)
        {
            if (!NameForm().IsMatch(account.Name))
            {
                throw new BrokenRuleException("account.name", $"“{account.Name}” cannot be the name of an account.", account.Name);
            }

            foreach (string code in account.Scope)
            {
                if (!await page.Db.Committees.AnyAsync(c => c.Code == code, cancellationToken))
                {
                    throw new BrokenRuleException("structure.unknown", $"{account.Name}: no committee has the code {code}.", account.Name, code);
                }
            }

            await page.PutAsync(account, [account.Name], Subject.Account, null, account.Name, LogPayload.Write, cancellationToken);
        }
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$", RegexOptions.CultureInvariant)]
    private static partial Regex NameForm();
}
