using Dashboard.Domain.Committees;

namespace Dashboard.Data;

/// <summary>A committee and everywhere it stood, as the log keeps them.</summary>
/// <param name="Committee">The committee.</param>
/// <param name="Placements">Its placements, the earliest first.</param>
public sealed record PlacedCommittee(Committee Committee, IReadOnlyList<Placement> Placements);
