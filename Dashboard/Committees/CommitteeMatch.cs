namespace Dashboard.Committees;

/// <summary>A committee that a search found.</summary>
/// <param name="Committee">The committee.</param>
/// <param name="Path">Committees above it, the top first.</param>
public sealed record CommitteeMatch(CommitteeEntry Committee, IReadOnlyList<CommitteeEntry> Path)
{
    /// <summary>The way from the top as a line of names.</summary>
    public string Way => string.Join(" › ", Path.Select(above => above.LocalName()));
}
