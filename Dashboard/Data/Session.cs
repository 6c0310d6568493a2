namespace Dashboard.Data;

/// <summary>How a session began.</summary>
public enum SessionKind
{
    /// <summary>By name and password.</summary>
    Password,

    /// <summary>By a click on a sample account.</summary>
    Sample,

    /// <summary>Through another sign-in service.</summary>
    External,

    /// <summary>A screen on a wall that an account let in.</summary>
    Screen,
}

/// <summary>An account signed in on one device. Its cookie holds a secret of which only the hash is kept.</summary>
public sealed class Session
{
    /// <summary>SHA-256 of the secret, lower-case hex.</summary>
    public required string Hash { get; init; }

    /// <summary>Name of the account.</summary>
    public required string Account { get; init; }

    /// <summary>How it began.</summary>
    public required SessionKind Kind { get; init; }

    /// <summary>The account's <see cref="Credential.Stamp"/> when it began; empty where the account has no secrets.</summary>
    public required string Stamp { get; init; }

    /// <summary>Browser and system, for its owner to recognise; for a screen its name.</summary>
    public required string Device { get; init; }

    /// <summary>Network address it began from.</summary>
    public required string Address { get; init; }

    /// <summary>When it began, UTC.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>When it was last used, UTC, to about a minute.</summary>
    public required DateTime SeenAt { get; set; }

    /// <summary>When it ends at the latest, UTC.</summary>
    public required DateTime ExpiresAt { get; set; }

    /// <summary>When it was ended before its time, UTC.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>All it may do of what its account may; null for everything.</summary>
    public IReadOnlyList<Grant>? Limit { get; init; }
}
