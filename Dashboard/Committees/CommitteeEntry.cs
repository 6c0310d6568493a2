namespace Dashboard.Committees;

/// <summary>A committee as the switcher knows it.</summary>
/// <param name="Number">Dense number from 0.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Vietnamese name.</param>
/// <param name="NameEn">English name, where given.</param>
/// <param name="Parent">Number of the committee above; negative at a root.</param>
public sealed record CommitteeEntry(int Number, string Code, string Name, string? NameEn, int Parent);
