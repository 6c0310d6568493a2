using Dashboard.Committees;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;
using Dashboard.Live;

namespace Dashboard.Explain;

/// <summary>One entry of the log behind a number.</summary>
/// <param name="Sequence">Its place in the log.</param>
/// <param name="At">When it was committed, UTC.</param>
/// <param name="By">Who made it, by the name shown of the account.</param>
/// <param name="Committee">Whose figure.</param>
/// <param name="Indicator">Number of the indicator.</param>
/// <param name="Period">Of which days.</param>
/// <param name="Before">What was stated before; null for nothing.</param>
/// <param name="After">What is stated since; null for nothing.</param>
/// <param name="Reason">Why, where one was given.</param>
public sealed record Evidence(long Sequence, DateTime At, string By, CommitteeLink Committee, int Indicator, Period Period, Figure? Before, Figure? After, string? Reason);

/// <summary>Entries of the log behind a number, the newest first.</summary>
/// <param name="Entries">The entries.</param>
/// <param name="HasOlder">Whether there are older ones.</param>
public sealed record EvidencePage(ValueList<Evidence> Entries, bool HasOlder);
