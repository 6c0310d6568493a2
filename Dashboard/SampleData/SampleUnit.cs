namespace Dashboard.SampleData;

/// <summary>A grassroots committee of the sample province, by the positions of the committees concerned.</summary>
/// <param name="Number">Position of the committee.</param>
/// <param name="District">Index into <see cref="SampleDistricts.Today"/> of the committee above it, today or in the end.</param>
/// <param name="Position">Position among the units of that committee.</param>
/// <param name="ClosedOn">Last day of its life; null while open.</param>
/// <param name="Cells">Positions of its cells.</param>
internal sealed record SampleUnit(int Number, int District, int Position, DateOnly? ClosedOn, IReadOnlyList<int> Cells);
