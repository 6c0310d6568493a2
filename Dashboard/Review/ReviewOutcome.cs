using Dashboard.Domain;

namespace Dashboard.Review;

/// <summary>What became of one of several returns that were approved together.</summary>
/// <param name="Item">The return.</param>
/// <param name="IsApproved">Whether it is approved.</param>
/// <param name="Rule">The rule that kept it from being approved; null when it is, or when something went wrong.</param>
public sealed record ReviewOutcome(ReviewItem Item, bool IsApproved, BrokenRuleException? Rule);
