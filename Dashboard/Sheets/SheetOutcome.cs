namespace Dashboard.Sheets;

/// <summary>What became of one of several returns that were handed in together.</summary>
/// <param name="Row">The row.</param>
/// <param name="IsIn">Whether it is in.</param>
/// <param name="Fault">Why it is not; null when it is, or when something went wrong.</param>
public sealed record SheetOutcome(SheetRow Row, bool IsIn, string? Fault);
