using Dashboard.Access;

namespace Dashboard.Committees;

/// <summary>A reader at a committee that they may see.</summary>
/// <param name="Number">Number of the committee.</param>
/// <param name="Head">The committee, with only what the reader may see around it.</param>
/// <param name="Scope">What the reader may see.</param>
public sealed record CommitteeVisit(int Number, CommitteeHead Head, Scope Scope);
