namespace Dashboard.Data;

/// <summary>Somebody, or something, that signs in: a role at a committee. The only people in the database.</summary>
public sealed record Account
{
    /// <summary>Name to sign in with: lower-case letters, digits, <c>-</c>, <c>.</c> and <c>_</c>, at most 64.</summary>
    public required string Name { get; init; }

    /// <summary>Name shown, Vietnamese.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Name shown in English, where there is one.</summary>
    public string? DisplayNameEn { get; init; }

    /// <summary>What it may do and where; nothing when empty.</summary>
    public required IReadOnlyList<Grant> Grants { get; init; }

    /// <summary>A sample account, entered with one click and only in a database of sample data.</summary>
    public bool IsSample { get; init; }

    /// <summary>From when on it may not sign in, UTC; null while it may.</summary>
    public DateTime? ClosedAt { get; init; }
}
