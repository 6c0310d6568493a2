using Dashboard.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Access;

/// <summary>
/// The first step of signing in, by name and password. A name that nobody has, a closed account and a wrong password
/// give the same answer and take the same time.
/// </summary>
public sealed class PasswordSignIn(
    IDbContextFactory<DashboardDb> databases, SignInTries tries, Passwords passwords, SessionRegister sessions)
{
    private const int LongestName = 64;

    /// <summary>Tries a name and a password.</summary>
    /// <param name="name">As typed.</param>
    /// <param name="password">As typed.</param>
    /// <param name="device">Finds the mark of this device if an account has signed in from it before.</param>
    /// <param name="address">Network address it comes from.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SignInAnswer> TryAsync(string? name, string? password, Func<string, string?> device, string address, CancellationToken cancellationToken = default)
    {
        string account = Normalised(name);
        CountedTry counted = await tries.CountAsync(account, device(account), cancellationToken);
        if (counted.LockedUntil is { } until)
        {
            return new SignInAnswer(SignInOutcome.Locked, LockedUntil: until);
        }

        (Credential? credential, bool isOpen) = await FindAsync(account, cancellationToken);
        PasswordVerificationResult result = passwords.Compare(credential, password ?? "");
        if (result == PasswordVerificationResult.Failed || !isOpen)
        {
            await sessions.FailedAsync(credential is null ? "" : account, WhatFailed(credential, isOpen), address, cancellationToken);
            return new SignInAnswer(SignInOutcome.Refused);
        }

        if (result == PasswordVerificationResult.SuccessRehashNeeded)
        {
            await passwords.RehashAsync(account, credential!.PasswordHash, password!, cancellationToken);
        }

        return await PassAsync(counted, credential!, cancellationToken);
    }

    /// <summary>The name as accounts are named.</summary>
    internal static string Normalised(string? name) => name?.Trim().ToLowerInvariant() is { Length: <= LongestName } typed ? typed : "";

    private static string WhatFailed(Credential? credential, bool isOpen) => credential is null ? "unknown" : isOpen ? "password" : "closed";

    private async Task<SignInAnswer> PassAsync(CountedTry counted, Credential credential, CancellationToken cancellationToken)
    {
        if (credential.IsTwoFactor)
        {
            // Only the whole sign-in clears the failures: otherwise a known password would give any number of guesses at the code.
            await tries.TakeBackAsync(counted, cancellationToken);
            return new SignInAnswer(SignInOutcome.NeedsCode, credential.Account, credential.Stamp);
        }

        await tries.ForgetAsync(counted, cancellationToken);
        return new SignInAnswer(SignInOutcome.Passed, credential.Account, credential.Stamp);
    }

    private async Task<(Credential? Credential, bool IsOpen)> FindAsync(string account, CancellationToken cancellationToken)
    {
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        Credential? credential = await db.Credentials.AsNoTracking().SingleOrDefaultAsync(c => c.Account == account, cancellationToken);
        return (credential, await db.Accounts.AnyAsync(a => a.Name == account && a.ClosedAt == null, cancellationToken));
    }
}
