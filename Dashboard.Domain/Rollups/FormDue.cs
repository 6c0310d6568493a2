using Dashboard.Domain.Periods;

namespace Dashboard.Domain.Rollups;

/// <summary>Who owes figures by a form for one period.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="Period">Period of the return.</param>
/// <param name="Indicators">Numbers of the indicators of the form.</param>
/// <param name="Committees">Numbers of the committees that owe it; gone through when first needed.</param>
public sealed record FormDue(string Form, Period Period, IReadOnlyCollection<int> Indicators, IEnumerable<int> Committees);
