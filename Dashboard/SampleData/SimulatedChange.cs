using Dashboard.Domain.Complaints;
using Dashboard.Domain.Figures;

namespace Dashboard.SampleData;

/// <summary>What the simulation would have arrive next; exactly one of the two is there.</summary>
/// <param name="Figure">The figure as restated.</param>
/// <param name="Complaint">The complaint as received (no <see cref="Complaint.Id"/> yet) or as resolved.</param>
public sealed record SimulatedChange(Figure? Figure, Complaint? Complaint);
