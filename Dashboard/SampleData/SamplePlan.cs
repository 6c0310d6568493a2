using Dashboard.Domain.Plans;

namespace Dashboard.SampleData;

/// <summary>A yearly plan that names its committee and indicator by code.</summary>
/// <param name="Committee">Code of the committee.</param>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Value">Zero or more.</param>
public sealed record SamplePlan(string Committee, string Indicator, int Year, long Value)
{
    /// <summary>The same plan with the numbers that <paramref name="committee"/> and <paramref name="indicator"/> give to its codes.</summary>
    public Plan Numbered(Func<string, int> committee, Func<string, int> indicator) =>
        new(committee(Committee), indicator(Indicator), Year, Value);
}
