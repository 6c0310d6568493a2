using Dashboard.Domain.Changes;

namespace Dashboard.Data;

/// <summary>Which entries of the change log are meant; all when nothing is said.</summary>
public sealed record LogFilter
{
    /// <summary>Only entries about this.</summary>
    public Subject? Subject { get; init; }

    /// <summary>No entries about these.</summary>
    public IReadOnlyList<Subject> Without { get; init; } = [];

    /// <summary>Only entries made by the account of this name.</summary>
    public string? Account { get; init; }

    /// <summary>Only entries made by accounts of these names; null for all.</summary>
    public IReadOnlyList<string>? Accounts { get; init; }

    /// <summary>Only entries whose key holds this text; letters of the English alphabet match in either case.</summary>
    public string? Key { get; init; }

    /// <summary>Only entries of exactly this key.</summary>
    public string? WholeKey { get; init; }

    /// <summary>Only entries about committees of these numbers, and none that concerns no committee; null for all.</summary>
    public IReadOnlySet<int>? Committees { get; init; }

    /// <summary>Only entries committed at or after this instant, UTC.</summary>
    public DateTime? From { get; init; }

    /// <summary>Only entries committed before this instant, UTC.</summary>
    public DateTime? Until { get; init; }

    /// <summary>Only entries up to this sequence number; null for all.</summary>
    public long? Last { get; init; }
}
