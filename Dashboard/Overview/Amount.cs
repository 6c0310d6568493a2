using Dashboard.Domain.Figures;
using Dashboard.Live;

namespace Dashboard.Overview;

/// <summary>A rolled-up number with what makes it trustworthy.</summary>
/// <param name="Value">The number; null when nothing was reported.</param>
/// <param name="Precision">How exactly it is known.</param>
/// <param name="Provisional">The part that comes from returns not yet approved.</param>
/// <param name="Reported">Those of <paramref name="Expected"/> that reported.</param>
/// <param name="Expected">Committees that were due to report; where none was, those that reported.</param>
public readonly record struct Amount(long? Value, Precision Precision, long Provisional, int Reported, int Expected)
{
    /// <summary>The same number, covered as far as the returns that are owed are in; unchanged where none is owed.</summary>
    public Amount CoveredBy(ReturnCounts returns) => returns.Owed == 0 ? this : this with { Reported = returns.In, Expected = returns.Owed };
}

/// <summary>Change against the compared period.</summary>
/// <param name="Difference">Now minus then.</param>
/// <param name="Base">The number compared with; null when there is none, and then nothing is shown.</param>
public readonly record struct Delta(long Difference, long? Base);

/// <summary>A short series for a sparkline: null where nothing was reported.</summary>
/// <param name="Points">Oldest first.</param>
/// <param name="LastIsOpen">The last point is provisional, approximate or of a period still running: drawn hollow.</param>
public sealed record Spark(ValueList<long?> Points, bool LastIsOpen);
