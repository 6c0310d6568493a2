using Dashboard.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Access;

/// <summary>
/// Lets ASP.NET Core Identity keep its secrets in our database. It reads freely and writes through the ledger like
/// everything else; which is why the store that comes with Identity, which writes by itself, is not used.
/// </summary>
public sealed class CredentialStore(IDbContextFactory<DashboardDb> databases, CredentialRegister register, IDataProtectionProvider protection) :
    IUserPasswordStore<Credential>, IUserSecurityStampStore<Credential>, IUserTwoFactorStore<Credential>, IUserAuthenticatorKeyStore<Credential>,
    IUserTwoFactorRecoveryCodeStore<Credential>
{
    private readonly IDataProtector _protector = protection.CreateProtector("authenticator");

    /// <inheritdoc />
    public async Task<Credential?> FindByIdAsync(string userId, CancellationToken cancellationToken)
    {
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Credentials.AsNoTracking().SingleOrDefaultAsync(c => c.Account == userId, cancellationToken);
    }

    /// <inheritdoc />
    public Task<Credential?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => FindByIdAsync(normalizedUserName.ToLowerInvariant(), cancellationToken);

    /// <inheritdoc />
    public Task<IdentityResult> CreateAsync(Credential user, CancellationToken cancellationToken) => UpdateAsync(user, cancellationToken);

    /// <inheritdoc />
    public async Task<IdentityResult> UpdateAsync(Credential user, CancellationToken cancellationToken)
    {
        Credential? before = await FindByIdAsync(user.Account, cancellationToken);
        await register.ChangeAsync(user.Account, user.Account, credential => Copy(user, credential), Told(before, user), cancellationToken);
        return IdentityResult.Success;
    }

    /// <inheritdoc />
    public Task<IdentityResult> DeleteAsync(Credential user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Accounts are closed, never deleted: the log names them.");

    /// <inheritdoc />
    public Task<string> GetUserIdAsync(Credential user, CancellationToken cancellationToken) => Task.FromResult(user.Account);

    /// <inheritdoc />
    public Task<string?> GetUserNameAsync(Credential user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Account);

    /// <inheritdoc />
    public Task<string?> GetNormalizedUserNameAsync(Credential user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Account);

    /// <summary>Names are set when an account is made; Identity may not change them.</summary>
    public Task SetUserNameAsync(Credential user, string? userName, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Names are kept as they are compared; there is nothing to set.</summary>
    public Task SetNormalizedUserNameAsync(Credential user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task SetPasswordHashAsync(Credential user, string? passwordHash, CancellationToken cancellationToken) => Set(() => user.PasswordHash = passwordHash);

    /// <inheritdoc />
    public Task<string?> GetPasswordHashAsync(Credential user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    /// <inheritdoc />
    public Task<bool> HasPasswordAsync(Credential user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    /// <inheritdoc />
    public Task SetSecurityStampAsync(Credential user, string stamp, CancellationToken cancellationToken) => Set(() => user.Stamp = stamp);

    /// <inheritdoc />
    public Task<string?> GetSecurityStampAsync(Credential user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Stamp);

    /// <inheritdoc />
    public Task SetTwoFactorEnabledAsync(Credential user, bool enabled, CancellationToken cancellationToken) => Set(() => user.IsTwoFactor = enabled);

    /// <inheritdoc />
    public Task<bool> GetTwoFactorEnabledAsync(Credential user, CancellationToken cancellationToken) => Task.FromResult(user.IsTwoFactor);

    /// <inheritdoc />
    public Task SetAuthenticatorKeyAsync(Credential user, string key, CancellationToken cancellationToken) => Set(() => user.AuthenticatorKey = _protector.Protect(key));

    /// <inheritdoc />
    public Task<string?> GetAuthenticatorKeyAsync(Credential user, CancellationToken cancellationToken) =>
        Task.FromResult(user.AuthenticatorKey is { } key ? _protector.Unprotect(key) : null);

    /// <inheritdoc />
    public Task ReplaceCodesAsync(Credential user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        Set(() => user.RecoveryCodes = [.. recoveryCodes.Select(RandomSecret.HashOf)]);

    /// <inheritdoc />
    public Task<bool> RedeemCodeAsync(Credential user, string code, CancellationToken cancellationToken)
    {
        string hash = RandomSecret.HashOf(code);
        bool isGood = user.RecoveryCodes.Contains(hash);
        user.RecoveryCodes = [.. user.RecoveryCodes.Where(c => c != hash)];
        return Task.FromResult(isGood);
    }

    /// <inheritdoc />
    public Task<int> CountCodesAsync(Credential user, CancellationToken cancellationToken) => Task.FromResult(user.RecoveryCodes.Count);

    /// <inheritdoc />
    public void Dispose()
    {
        // Nothing is held: each operation opens a context of its own.
    }

    private static Task Set(Action set)
    {
        set();
        return Task.CompletedTask;
    }

    /// <summary>Failures, locks and invitations are not Identity's: they are counted where two guesses at once cannot count as one.</summary>
    private static void Copy(Credential from, Credential to)
    {
        (to.PasswordHash, to.PasswordSetAt, to.Stamp) = (from.PasswordHash, from.PasswordSetAt, from.Stamp);
        (to.IsTwoFactor, to.AuthenticatorKey, to.RecoveryCodes) = (from.IsTwoFactor, from.AuthenticatorKey, from.RecoveryCodes);
    }

    /// <summary>What of a change the log tells; the counting of failures is told by the sign-in itself.</summary>
    private static string? Told(Credential? before, Credential after) => (before, after) switch
    {
        _ when before?.PasswordHash != after.PasswordHash => "password-set",
        _ when (before?.IsTwoFactor ?? false) != after.IsTwoFactor => after.IsTwoFactor ? "second-factor-on" : "second-factor-off",
        _ when before?.AuthenticatorKey != after.AuthenticatorKey => "authenticator-changed",
        _ when !(before?.RecoveryCodes ?? []).SequenceEqual(after.RecoveryCodes) => "recovery-codes-changed",
        _ when before?.Stamp != after.Stamp => "signed-out-everywhere",
        _ => null,
    };
}
