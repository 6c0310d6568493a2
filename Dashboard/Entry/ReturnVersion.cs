using Dashboard.Domain.Returns;
using Dashboard.Live;

namespace Dashboard.Entry;

/// <summary>A line that was changed.</summary>
/// <param name="Indicator">Code of its indicator.</param>
/// <param name="Before">What stood there; null when nothing did.</param>
/// <param name="After">What stood there then.</param>
public sealed record LineChange(string Indicator, ReturnLine? Before, ReturnLine After);

/// <summary>What was done with a return at one time.</summary>
/// <param name="At">When, UTC; of the last of what one account entered in one go.</param>
/// <param name="Account">By whom.</param>
/// <param name="Step">The state that it came into; null when only lines were entered.</param>
/// <param name="Reason">Why, where it was said.</param>
/// <param name="Lines">The lines that were changed.</param>
public sealed record ReturnVersion(DateTime At, string Account, ReturnState? Step, string? Reason, ValueList<LineChange> Lines);
