namespace Dashboard.Domain.Signals;

/// <summary>How many of one thing a committee has.</summary>
/// <param name="Committee">Number of the committee.</param>
/// <param name="Count">How many, at least 1.</param>
/// <param name="Days">Most days past the deadline; for what is due soon, fewest days left.</param>
public readonly record struct Tally(int Committee, int Count, int Days);
