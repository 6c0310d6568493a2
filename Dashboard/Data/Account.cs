namespace Dashboard.Data;

/// <summary>What an account may do within its scope.</summary>
public enum AccountRole
{
    /// <summary>Reads.</summary>
    Viewer,

    /// <summary>Enters figures and submits returns.</summary>
    Officer,

    /// <summary>Approves returns and sends them back.</summary>
    Reviewer,

    /// <summary>Keeps the catalogue, the structure and the accounts.</summary>
    Administrator,

    /// <summary>A screen on a wall: reads, never signs out.</summary>
    Screen,
}

/// <summary>Somebody, or something, that signs in. The only people in the database.</summary>
public sealed record Account
{
    /// <summary>Name to sign in with; letters, digits, <c>-</c>, <c>.</c> and <c>_</c>, at most 64.</summary>
    public required string Name { get; init; }

    /// <summary>Name shown.</summary>
    public required string DisplayName { get; init; }

    /// <summary>What it may do.</summary>
    public required AccountRole Role { get; init; }

    /// <summary>Codes of the committees whose subtrees it works in; empty means every root.</summary>
    public IReadOnlyList<string> Scope { get; init; } = [];

    /// <summary>A sample account, offered with one click in development only.</summary>
    public bool IsSample { get; init; }
}
