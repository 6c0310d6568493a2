namespace Dashboard.Data;

/// <summary>The secrets of an account, and how often they were missed. They are never in the log, an export or an answer.</summary>
public sealed class Credential
{
    /// <summary>Name of the account.</summary>
    public required string Account { get; init; }

    /// <summary>Hash of the password; null while none is set.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>When the password was set, UTC.</summary>
    public DateTime? PasswordSetAt { get; set; }

    /// <summary>Changes with each change of a secret: sessions that carry another one are over.</summary>
    public required string Stamp { get; set; }

    /// <summary>Whether a second factor is asked for.</summary>
    public bool IsTwoFactor { get; set; }

    /// <summary>Key of the authenticator, encrypted with the server's own keys; null while none is set up.</summary>
    public string? AuthenticatorKey { get; set; }

    /// <summary>Hashes of the recovery codes that are still good.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; set; } = [];

    /// <summary>Failures since the last success or lock.</summary>
    public int Failures { get; set; }

    /// <summary>Locks since the last success; each is longer than the one before.</summary>
    public int Locks { get; set; }

    /// <summary>Until when it is locked, UTC.</summary>
    public DateTime? LockedUntil { get; set; }

    /// <summary>SHA-256 of a one-time code with which a password may be set, lower-case hex.</summary>
    public string? InvitationHash { get; set; }

    /// <summary>Until when that code is good, UTC.</summary>
    public DateTime? InvitedUntil { get; set; }
}
