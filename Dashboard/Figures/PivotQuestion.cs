using Dashboard.Domain.Periods;
using Dashboard.Layout;

namespace Dashboard.Figures;

/// <summary>What a pivot of figures is asked for.</summary>
/// <param name="Committee">Number of the committee, whose figures are read with all below it.</param>
/// <param name="Last">Last period shown.</param>
/// <param name="View">Structure used.</param>
public sealed record PivotQuestion(int Committee, Period Last, StructureView View);
