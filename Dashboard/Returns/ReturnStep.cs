using Dashboard.Domain.Returns;

namespace Dashboard.Returns;

/// <summary>One step in the life of a return, from the log.</summary>
/// <param name="Sequence">Number of its entry.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Account">Who did it.</param>
/// <param name="From">State before; null for the first.</param>
/// <param name="To">State after.</param>
/// <param name="Reason">Why, where it was said.</param>
public sealed record ReturnStep(long Sequence, DateTime At, string Account, ReturnState? From, ReturnState To, string? Reason);
