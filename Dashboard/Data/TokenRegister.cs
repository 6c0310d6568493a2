using Dashboard.Domain;
using Dashboard.Domain.Changes;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data;

/// <summary>Keeps the API tokens: who has which, what they may do and until when.</summary>
public sealed class TokenRegister(Ledger ledger)
{
    /// <summary>Makes a token of an account and returns it; only its hash is kept.</summary>
    /// <param name="by">Account that writes.</param>
    /// <param name="account">Account it stands for.</param>
    /// <param name="name">What its owner calls it.</param>
    /// <param name="expiresAt">From when on it is refused, UTC; null for never.</param>
    /// <param name="limit">All it may do of what the account may; null for everything.</param>
    /// <param name="cancellationToken">Takes the write back as long as it is not done.</param>
    /// <exception cref="BrokenRuleException"><c>account.unknown</c> when there is no such account, or it is closed.</exception>
    public async Task<string> IssueAsync(
        string by, string account, string name, DateTime? expiresAt, IReadOnlyList<Grant>? limit = null, CancellationToken cancellationToken = default)
    {
        string token = RandomSecret.New();
        await ledger.WriteAsync(
            by,
            async (page, cancel) =>
            {
                if (await page.Db.Accounts.FindAsync([account], cancel) is not { ClosedAt: null })
                {
                    throw new BrokenRuleException("account.unknown", $"No account is named {account}.", account);
                }

                var made = new AccessToken { Hash = RandomSecret.HashOf(token), Account = account, Name = name, CreatedAt = page.At, ExpiresAt = expiresAt, Limit = limit };
                page.Db.Add(made);
                page.Record(Subject.Account, null, account, null, Told(made));
            },
            null,
            cancellationToken);
        return token;
    }

    /// <summary>Takes a token back; nothing happens when it was before.</summary>
    /// <exception cref="BrokenRuleException"><c>token.unknown</c> when the account has no such token.</exception>
    public Task<WriteReceipt> RevokeAsync(string by, string account, string hash, CancellationToken cancellationToken = default) => ledger.WriteAsync(
        by,
        async (page, cancel) =>
        {
            AccessToken? token = await page.Db.Tokens.SingleOrDefaultAsync(t => t.Hash == hash && t.Account == account, cancel);
            if (token is null)
            {
                throw new BrokenRuleException("token.unknown", $"{account} has no such token.", account);
            }

            Revoke(page, token);
        },
        null,
        cancellationToken);

    /// <summary>Takes back all tokens of an account as part of a larger write.</summary>
    public static async Task RevokeAllAsync(LedgerPage page, string account, CancellationToken cancellationToken = default)
    {
        foreach (AccessToken token in await page.Db.Tokens.Where(t => t.Account == account && t.RevokedAt == null).ToListAsync(cancellationToken))
        {
            Revoke(page, token);
        }
    }

    /// <summary>Notes that a token was used; not a change that anybody asks for, so it is not in the log.</summary>
    public Task UsedAsync(string hash, DateTime at, CancellationToken cancellationToken = default) => ledger.WriteAsync(
        "system",
        (page, cancel) => page.Db.Tokens.Where(t => t.Hash == hash).ExecuteUpdateAsync(set => set.SetProperty(t => t.UsedAt, at), cancel),
        null,
        cancellationToken);

    private static void Revoke(LedgerPage page, AccessToken token)
    {
        if (token.RevokedAt is null)
        {
            string before = Told(token);
            token.RevokedAt = page.At;
            page.Record(Subject.Account, null, token.Account, before, Told(token));
        }
    }

    private static string Told(AccessToken token) =>
        LogPayload.Write(new { Token = token.Hash[..12], token.Name, token.ExpiresAt, token.RevokedAt, Limit = token.Limit?.Select(g => g.ToString()) });
}
