using Dashboard.Data;

namespace Dashboard.Accounts;

/// <summary>A token that somebody wants.</summary>
/// <param name="Name">What its owner calls it.</param>
/// <param name="LastDay">The last calendar day on which it is good.</param>
/// <param name="Grants">All it may do.</param>
public sealed record TokenRequest(string Name, DateOnly LastDay, IReadOnlyList<Grant> Grants);
