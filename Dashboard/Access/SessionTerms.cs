using Dashboard.Data;

namespace Dashboard.Access;

/// <summary>What is special about a session that is not a person's own.</summary>
/// <param name="Limit">All it may do of what its account may.</param>
/// <param name="Device">What it is called.</param>
/// <param name="ExpiresAt">Until when it lasts, UTC; its cookie does too, used or not.</param>
public sealed record SessionTerms(IReadOnlyList<Grant> Limit, string Device, DateTime ExpiresAt);
