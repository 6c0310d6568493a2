namespace Dashboard.Access;

/// <summary>An attempt to sign in, counted as a failure before anything was looked at.</summary>
/// <param name="Account">Name that was given.</param>
/// <param name="Memory">Under what it is counted in memory; null when it is counted at the account itself.</param>
/// <param name="Before">What held before.</param>
/// <param name="After">What holds since; the same when it was refused.</param>
/// <param name="LockedUntil">When it was refused unseen: until when, UTC.</param>
public readonly record struct CountedTry(string Account, string? Memory, Tries Before, Tries After, DateTime? LockedUntil);
