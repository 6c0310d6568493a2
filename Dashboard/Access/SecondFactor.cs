using System.Globalization;
using System.Security.Cryptography;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Changes;
using Microsoft.AspNetCore.DataProtection;

namespace Dashboard.Access;

/// <summary>The second factor of an account: an authenticator, and recovery codes for the day it is lost. Each code is good once.</summary>
public sealed class SecondFactor(
    Ledger ledger, CredentialRegister register, SignInTries tries, SessionRegister sessions, IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>How many recovery codes there are.</summary>
    public const int Codes = 10;

    // As an authenticator shows the product; short, because each accent takes six letters of the picture.
    private const string Issuer = "Theo dõi cấp ủy";

    private const int KeyBytes = 20, CodeBytes = 10;

    private static readonly TimeSpan Enrolling = TimeSpan.FromMinutes(15);

    private readonly IDataProtector _protector = protection.CreateProtector("authenticator"), _offers = protection.CreateProtector("authenticator-offer");

    /// <summary>A key for a new authenticator, in base 32.</summary>
    public static string NewKey() => Base32.Write(RandomNumberGenerator.GetBytes(KeyBytes));

    /// <summary>What an authenticator reads as a picture.</summary>
    public static string AddressOf(string account, string key) =>
        $"otpauth://totp/{Uri.EscapeDataString(Issuer)}:{Uri.EscapeDataString(account)}?secret={key}&issuer={Uri.EscapeDataString(Issuer)}&digits=6&period=30";

    /// <summary>Seals a key that an account was offered, so that the form which confirms it can carry it and nothing is kept until then.</summary>
    public string Offer(string account, string key) => _offers.Protect(string.Create(CultureInfo.InvariantCulture, $"{account} {key} {(time.GetUtcNow() + Enrolling).ToUnixTimeSeconds()}"));

    /// <summary>The key that <see cref="Offer"/> sealed for an account a moment ago; null when it did not.</summary>
    public string? Accept(string account, string? offer)
    {
        try
        {
            return offer is not null && _offers.Unprotect(offer).Split(' ') is [string offered, string key, string until] && offered == account
                && time.GetUtcNow().ToUnixTimeSeconds() < long.Parse(until, CultureInfo.InvariantCulture) ? key : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Asks for a second factor from now on. The account's sessions, on every device, are over.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="key">The authenticator's key.</param>
    /// <param name="code">What the authenticator shows, to prove that it has the key.</param>
    /// <param name="cancellationToken">Takes the write back as long as it is not done.</param>
    /// <returns>The recovery codes, which are not to be had again.</returns>
    /// <exception cref="BrokenRuleException"><c>second-factor.code</c>.</exception>
    public async Task<IReadOnlyList<string>> TurnOnAsync(string account, string key, string? code, CancellationToken cancellationToken = default)
    {
        long step = Totp.Match(Base32.Read(key), Digits(code), time.GetUtcNow(), used: 0)
            ?? throw new BrokenRuleException("second-factor.code", "That is not the code of this moment.");
        string[] codes = NewCodes();
        await register.ChangeAsync(
            account,
            account,
            credential =>
            {
                (credential.IsTwoFactor, credential.AuthenticatorKey, credential.Stamp) = (true, Seal(key, step), RandomSecret.New());
                credential.RecoveryCodes = Hashed(codes);
            },
            "second-factor-on",
            cancellationToken);
        return codes;
    }

    /// <summary>Asks for none any more. The account's sessions, on every device, are over.</summary>
    public Task TurnOffAsync(string by, string account, CancellationToken cancellationToken = default) => register.ChangeAsync(by, account, Clear, "second-factor-off", cancellationToken);

    /// <summary>Makes new recovery codes; those of before are worth nothing.</summary>
    public async Task<IReadOnlyList<string>> RenewCodesAsync(string account, CancellationToken cancellationToken = default)
    {
        string[] codes = NewCodes();
        await register.ChangeAsync(account, account, credential => credential.RecoveryCodes = Hashed(codes), "recovery-codes-changed", cancellationToken);
        return codes;
    }

    /// <summary>The second step of signing in.</summary>
    /// <param name="account">Whose password was right.</param>
    /// <param name="code">What was typed: a code of the authenticator or a recovery code.</param>
    /// <param name="device">Mark of the device, if the account has signed in from it before.</param>
    /// <param name="address">Network address it comes from.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SignInAnswer> TryAsync(string account, string? code, string? device, string address, CancellationToken cancellationToken = default)
    {
        CountedTry counted = await tries.CountAsync(account, device, cancellationToken);
        if (counted.LockedUntil is { } until)
        {
            return new SignInAnswer(SignInOutcome.Locked, LockedUntil: until);
        }

        if (await UseAsync(account, code ?? "", cancellationToken) is not { } stamp)
        {
            await sessions.FailedAsync(account, "second-factor", address, cancellationToken);
            return new SignInAnswer(SignInOutcome.Refused);
        }

        await tries.ForgetAsync(counted, cancellationToken);
        return new SignInAnswer(SignInOutcome.Passed, account, stamp);
    }

    /// <summary>Leaves nothing of a second factor.</summary>
    internal static void Clear(Credential credential) =>
        (credential.IsTwoFactor, credential.AuthenticatorKey, credential.RecoveryCodes, credential.Stamp) = (false, null, [], RandomSecret.New());

    /// <summary>Uses a code up and returns the stamp of the account's secrets; null when it is not good. Looked at and used in one write: typed twice at once, it is good once.</summary>
    private async Task<string?> UseAsync(string account, string code, CancellationToken cancellationToken)
    {
        string? stamp = null;
        await ledger.WriteAsync(
            account,
            async (page, cancel) =>
            {
                if (await page.Db.Credentials.FindAsync([account], cancel) is { IsTwoFactor: true } credential && UseUp(page, credential, code))
                {
                    stamp = credential.Stamp;
                }
            },
            null,
            cancellationToken);
        return stamp;
    }

    private bool UseUp(LedgerPage page, Credential credential, string code)
    {
        (string key, long used) = Open(credential.AuthenticatorKey!);
        if (Totp.Match(Base32.Read(key), Digits(code), time.GetUtcNow(), used) is { } step)
        {
            credential.AuthenticatorKey = Seal(key, step);
            return true;
        }

        string hash = HashOf(code);
        if (!credential.RecoveryCodes.Contains(hash))
        {
            return false;
        }

        credential.RecoveryCodes = [.. credential.RecoveryCodes.Where(c => c != hash)];
        page.Record(Subject.Account, null, credential.Account, null, LogPayload.Write(new { Event = "recovery-code-used", Left = credential.RecoveryCodes.Count }));
        return true;
    }

    private static string Digits(string? code) => string.Concat((code ?? "").Where(char.IsAsciiDigit).Take(7));

    private static string[] NewCodes() => [.. Enumerable.Range(0, Codes).Select(_ => Grouped(Base32.Write(RandomNumberGenerator.GetBytes(CodeBytes))))];

    private static string Grouped(string code) => string.Join('-', code.ToLowerInvariant().Chunk(4).Select(four => new string(four)));

    private static IReadOnlyList<string> Hashed(IEnumerable<string> codes) => [.. codes.Select(HashOf)];

    // However it is typed: with dashes or without, in capitals or not.
    private static string HashOf(string code) => RandomSecret.HashOf(string.Concat(code.Where(char.IsLetterOrDigit).Take(64)).ToUpperInvariant());

    /// <summary>The key with the number of the last step used of it, encrypted.</summary>
    private string Seal(string key, long step) => _protector.Protect($"{key} {step.ToString(CultureInfo.InvariantCulture)}");

    private (string Key, long Used) Open(string sealedKey) =>
        _protector.Unprotect(sealedKey).Split(' ') is [string key, string step] ? (key, long.Parse(step, CultureInfo.InvariantCulture)) : throw new CryptographicException("The authenticator's key cannot be read.");
}
