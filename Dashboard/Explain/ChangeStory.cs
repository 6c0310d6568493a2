using Dashboard.Committees;
using Dashboard.Live;

namespace Dashboard.Explain;

/// <summary>How a number went from what it was at the start of a day to what it is: the start and the steps add up to the end.</summary>
/// <param name="Since">The day.</param>
/// <param name="Start">What it was; null where nothing was reported by then.</param>
/// <param name="End">What it is; null where nothing is reported.</param>
/// <param name="Steps">By how much each branch changed it, the largest first.</param>
public sealed record ChangeStory(DateOnly Since, long? Start, long? End, ValueList<ChangeStep> Steps);

/// <summary>One branch's share in a change.</summary>
/// <param name="Committee">The committee directly below, with all below it, or the committee itself.</param>
/// <param name="IsOwn">Whether it is the committee's own.</param>
/// <param name="Difference">How much more, or less.</param>
public sealed record ChangeStep(CommitteeLink Committee, bool IsOwn, long Difference);
