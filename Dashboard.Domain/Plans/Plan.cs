namespace Dashboard.Domain.Plans;

/// <summary>
/// What a committee and all below it are to reach in a year (chỉ tiêu kế hoạch), set from above. Where a committee
/// has none, its plan is the sum of those of the committees directly below it.
/// </summary>
/// <param name="Committee">Number of the committee.</param>
/// <param name="Indicator">Number of the indicator.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Value">Zero or more.</param>
public sealed record Plan(int Committee, int Indicator, int Year, long Value);
