using Dashboard.Data;
using Dashboard.Domain;
using Microsoft.AspNetCore.Identity;

namespace Dashboard.Access;

/// <summary>Sets passwords and compares them, always at the same cost.</summary>
public sealed class Passwords(CredentialRegister register, IPasswordHasher<Credential> hasher, TimeProvider time)
{
    private static readonly Credential Nobody = new() { Account = "", Stamp = "" };

    private readonly Lazy<string> _decoy = new(() => hasher.HashPassword(Nobody, RandomSecret.New()));

    /// <summary>Whether the password is the account's. Where there is none to compare with, the answer is no and takes as long.</summary>
    /// <param name="credential">The account's secrets; null where there is no such account.</param>
    /// <param name="password">What was typed.</param>
    public PasswordVerificationResult Compare(Credential? credential, string password)
    {
        string typed = password.Length <= PasswordRules.Longest ? password : "";
        PasswordVerificationResult result = hasher.VerifyHashedPassword(credential ?? Nobody, credential?.PasswordHash ?? _decoy.Value, typed);
        return credential?.PasswordHash is null || typed.Length == 0 ? PasswordVerificationResult.Failed : result;
    }

    /// <summary>Sets an account's password. Its sessions, on every device, are over; what failed before is forgotten.</summary>
    /// <param name="by">Account that sets it.</param>
    /// <param name="account">Whose.</param>
    /// <param name="password">The new one.</param>
    /// <param name="cancellationToken">Takes the write back as long as it is not done.</param>
    /// <exception cref="BrokenRuleException">One of the <c>password.…</c> rules, or <c>account.unknown</c>.</exception>
    public async Task SetAsync(string by, string account, string password, CancellationToken cancellationToken = default)
    {
        PasswordRules.Check(account, password);
        string hash = Hash(password);
        await register.ChangeAsync(by, account, credential => Set(credential, hash), "password-set", cancellationToken);
    }

    /// <summary>The hash to be kept of a password, which is not checked against the rules here.</summary>
    internal string Hash(string password) => hasher.HashPassword(Nobody, password);

    /// <summary>Puts a new password in place.</summary>
    internal void Set(Credential credential, string hash)
    {
        (credential.PasswordHash, credential.PasswordSetAt, credential.Stamp) = (hash, time.GetUtcNow().UtcDateTime, RandomSecret.New());
        (credential.Failures, credential.Locks, credential.LockedUntil) = (0, 0, null);
        (credential.InvitationHash, credential.InvitedUntil) = (null, null);
    }

    /// <summary>Hashes a password that was just found right as new passwords are hashed.</summary>
    internal Task RehashAsync(string account, string? before, string password, CancellationToken cancellationToken)
    {
        string hash = Hash(password);
        return register.ChangeAsync(account, account, credential => credential.PasswordHash = credential.PasswordHash == before ? hash : credential.PasswordHash, null, cancellationToken);
    }
}
