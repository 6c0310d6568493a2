using System.Globalization;
using Dashboard.Data;
using Dashboard.Domain.Changes;

namespace Dashboard.Access;

/// <summary>
/// Counts attempts to sign in, each as a failure before its password is looked at, so that guesses made at once cannot
/// slip through together. A device that an account has signed in from counts by itself: strangers cannot lock it out.
/// </summary>
public sealed class SignInTries(Ledger ledger, TimeProvider time)
{
    /// <summary>Setting that counts attempts under names that nobody has.</summary>
    internal const string Strangers = "sign-in.unknown";

    private readonly TriesInMemory _devices = new(20_000), _strangers = new(20_000);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Counts an attempt as a failure, or refuses it because of a lock.</summary>
    /// <param name="account">Name that was given, in lower case.</param>
    /// <param name="device">Mark of a device from which that account has signed in before; null for any other.</param>
    /// <param name="cancellationToken">Takes the attempt back as long as it is not counted.</param>
    public async Task<CountedTry> CountAsync(string account, string? device, CancellationToken cancellationToken = default)
    {
        if (device is not null)
        {
            return await CountOnDeviceAsync(account, $"{device} {account}", cancellationToken);
        }

        CountedTry? counted = null;
        await ledger.WriteAsync("system", async (page, cancel) => counted = await CountAsync(page, account, cancel), null, cancellationToken);
        return counted ?? _strangers.CountTry(account, account, Now);
    }

    /// <summary>The attempt was right: all failures are forgotten.</summary>
    public Task ForgetAsync(CountedTry counted, CancellationToken cancellationToken = default) => ChangeAsync(counted, _ => default, cancellationToken);

    /// <summary>The attempt was right but is not the whole of it: the failures before it stay.</summary>
    public Task TakeBackAsync(CountedTry counted, CancellationToken cancellationToken = default) =>
        ChangeAsync(counted, now => now.TakeBack(counted.Before, counted.After), cancellationToken);

    private static Tries Of(Credential credential) => new(credential.Failures, credential.Locks, credential.LockedUntil);

    private static void Set(Credential credential, Tries tries) =>
        (credential.Failures, credential.Locks, credential.LockedUntil) = (tries.Failures, tries.Locks, tries.LockedUntil);

    private async Task<CountedTry> CountOnDeviceAsync(string account, string key, CancellationToken cancellationToken)
    {
        CountedTry counted = _devices.CountTry(account, key, Now);
        if (counted.LockedUntil is null && counted.After.LockedUntil is { } until && counted.After.LockedUntil != counted.Before.LockedUntil)
        {
            await ledger.WriteAsync(account, (page, _) => Task.FromResult(RecordLock(page, account, until)), null, cancellationToken);
        }

        return counted;
    }

    private static async Task<CountedTry?> CountAsync(LedgerPage page, string account, CancellationToken cancellationToken)
    {
        if (await page.Db.Credentials.FindAsync([account], cancellationToken) is not { } credential)
        {
            await CountStrangerAsync(page.Db, cancellationToken);
            return null;
        }

        Tries before = Of(credential);
        if (before.IsLockedAt(page.At))
        {
            return new CountedTry(account, null, before, before, before.LockedUntil);
        }

        Tries after = before.CountAt(page.At);
        Set(credential, after);
        if (after.IsLockedAt(page.At))
        {
            RecordLock(page, account, after.LockedUntil!.Value);
        }

        return new CountedTry(account, null, before, after, null);
    }

    /// <summary>A name that nobody has costs a write like any other, or the time of the answer would tell them apart.</summary>
    private static async Task CountStrangerAsync(DashboardDb db, CancellationToken cancellationToken)
    {
        Setting? known = await db.Settings.FindAsync([Strangers], cancellationToken);
        long count = known is null ? 0 : long.Parse(known.Value, CultureInfo.InvariantCulture);
        var counted = new Setting(Strangers, (count + 1).ToString(CultureInfo.InvariantCulture));
        if (known is null)
        {
            db.Settings.Add(counted);
        }
        else
        {
            db.Entry(known).CurrentValues.SetValues(counted);
        }
    }

    private static long RecordLock(LedgerPage page, string account, DateTime until) =>
        page.Record(Subject.SignIn, null, account, null, LogPayload.Write(new { Event = "locked", Until = until }));

    private async Task ChangeAsync(CountedTry counted, Func<Tries, Tries> change, CancellationToken cancellationToken)
    {
        if (counted.Memory is not null)
        {
            _devices.Change(counted.Memory, change);
            return;
        }

        await ledger.WriteAsync(
            "system",
            async (page, cancel) =>
            {
                if (await page.Db.Credentials.FindAsync([counted.Account], cancel) is { } credential)
                {
                    Set(credential, change(Of(credential)));
                }
            },
            null,
            cancellationToken);
    }
}
