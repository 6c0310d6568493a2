using Dashboard.Domain.Complaints;
using Dashboard.Domain.Figures;

namespace Dashboard.SampleData;

/// <summary>What the simulation chooses its next change from.</summary>
/// <param name="Today">The day in the committees' time zone.</param>
/// <param name="Figures">Figures that may be restated, as they stand now: those of the sample's grassroots for the latest quarter.</param>
/// <param name="Complaints">The sample's complaint register, open and resolved.</param>
public sealed record SimulationScene(DateOnly Today, IReadOnlyList<Figure> Figures, IReadOnlyList<Complaint> Complaints);
