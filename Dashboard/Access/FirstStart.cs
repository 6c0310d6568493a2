using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Committees;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Access;

/// <summary>
/// Makes the first administrator of a database that has no account, for whoever holds the one-time code that the console
/// printed. A code is good for half an hour and until the next one is made.
/// </summary>
public sealed class FirstStart(IDbContextFactory<DashboardDb> databases, Ledger ledger, Passwords passwords, TimeProvider time)
{
    /// <summary>How long a code is good.</summary>
    public static readonly TimeSpan Lasting = TimeSpan.FromMinutes(30);

    private const string Key = "setup";

    /// <summary>Address, on this site, at which a code is used.</summary>
    public static string PathOf(string code) => $"/setup?code={Uri.EscapeDataString(code)}";

    /// <summary>Whether there is no account yet.</summary>
    public async Task<bool> IsDueAsync(CancellationToken cancellationToken = default)
    {
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        return !await db.Accounts.AnyAsync(cancellationToken);
    }

    /// <summary>Whether a committee is to be made as well: there is none yet.</summary>
    public async Task<bool> NeedsCommitteeAsync(CancellationToken cancellationToken = default)
    {
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        return !await db.Committees.AnyAsync(cancellationToken);
    }

    /// <summary>Whether a code is good now.</summary>
    public async Task<bool> IsGoodAsync(string? code, CancellationToken cancellationToken = default)
    {
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        return IsGood(await db.Settings.FindAsync([Key], cancellationToken), code, time.GetUtcNow());
    }

    /// <summary>Makes a code, or none where there is an account.</summary>
    public async Task<string?> IssueAsync(CancellationToken cancellationToken = default)
    {
        if (!await IsDueAsync(cancellationToken))
        {
            return null;
        }

        string code = RandomSecret.New();
        string until = (time.GetUtcNow() + Lasting).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        await ledger.WriteAsync("system", (page, cancel) => PutAsync(page.Db, new Setting(Key, $"{RandomSecret.HashOf(code)} {until}"), cancel), null, cancellationToken);
        return code;
    }

    /// <summary>Makes the administrator of everything and the committee at the top, both or neither, and uses the code up.</summary>
    /// <returns>Name of the account.</returns>
    /// <exception cref="BrokenRuleException"><c>setup.over</c>, <c>account.name</c>, or one of the <c>password.…</c> and <c>structure.…</c> rules.</exception>
    public async Task<string> CompleteAsync(string code, FirstSteps steps, CancellationToken cancellationToken = default)
    {
        string name = steps.Account.Trim().ToLowerInvariant();
        PasswordRules.Check(name, steps.Password);
        var account = new Account { Name = name, DisplayName = steps.DisplayName.Trim(), Grants = [new Grant(AccountRole.Administrator, null)] };
        var credential = new Credential { Account = name, Stamp = RandomSecret.New() };
        passwords.Set(credential, passwords.Hash(steps.Password));
        await ledger.WriteAsync(name.Length == 0 ? "system" : name, (page, cancel) => CompleteAsync(page, code, account, credential, steps.Committee, cancel), "first start", cancellationToken);
        return name;
    }

    private static async Task CompleteAsync(LedgerPage page, string code, Account account, Credential credential, Committee? committee, CancellationToken cancellationToken)
    {
        Setting? known = await page.Db.Settings.FindAsync([Key], cancellationToken);
        if (await page.Db.Accounts.AnyAsync(cancellationToken) || !IsGood(known, code, new DateTimeOffset(page.At)))
        {
            throw new BrokenRuleException("setup.over", "The setup link is unknown, was used or has run out.");
        }

        if (committee is not null)
        {
            await CommitteeRegister.AddAsync(page, [committee], [], cancellationToken);
        }

        await AccountRegister.PutAsync(page, [account], cancellationToken);
        page.Db.Add(credential);
        page.Db.Remove(known!);
        page.Record(Subject.Account, null, account.Name, null, LogPayload.Write(new { Event = "first-start" }));
    }

    private static async Task PutAsync(DashboardDb db, Setting setting, CancellationToken cancellationToken)
    {
        if (await db.Settings.FindAsync([setting.Key], cancellationToken) is { } known)
        {
            db.Entry(known).CurrentValues.SetValues(setting);
        }
        else
        {
            db.Settings.Add(setting);
        }
    }

    private static bool IsGood(Setting? kept, string? code, DateTimeOffset now) =>
        code is not null && kept?.Value.Split(' ') is [string hash, string until]
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(RandomSecret.HashOf(code)), Encoding.ASCII.GetBytes(hash))
        && now.ToUnixTimeSeconds() < long.Parse(until, CultureInfo.InvariantCulture);
}
