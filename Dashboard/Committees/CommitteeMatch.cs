namespace Dashboard.Committees;

/// <summary>A committee that a search found.</summary>
/// <param name="Committee">The committee.</param>
/// <param name="Path">Committees above it, the top first.</param>
public sealed record CommitteeMatch(CommitteeEntry Committee, IReadOnlyList<CommitteeEntry> Path);
