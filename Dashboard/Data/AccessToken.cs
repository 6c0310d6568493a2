namespace Dashboard.Data;

/// <summary>A bearer token of the API. The token itself is shown once and never stored.</summary>
public sealed class AccessToken
{
    /// <summary>SHA-256 of the token's text, lower-case hex.</summary>
    public required string Hash { get; init; }

    /// <summary>Name of the account it stands for.</summary>
    public required string Account { get; init; }

    /// <summary>What its owner calls it.</summary>
    public string Name { get; init; } = "";

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>From when on it is refused, UTC; null for never.</summary>
    public DateTime? ExpiresAt { get; init; }

    /// <summary>When it was taken back, UTC.</summary>
    public DateTime? RevokedAt { get; set; }

    /// <summary>When it was last used, UTC, to about a minute.</summary>
    public DateTime? UsedAt { get; set; }

    /// <summary>All it may do of what its account may; null for everything.</summary>
    public IReadOnlyList<Grant>? Limit { get; init; }
}
