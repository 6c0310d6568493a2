using Dashboard.Data;

namespace Dashboard.Commands;

/// <summary>One thing that <c>verify</c> recomputes and compares.</summary>
internal interface ICheck
{
    /// <summary>Name of the sentence that reports it: <c>verify.{Name}</c>, with what was counted.</summary>
    public string Name { get; }

    /// <summary>Counts what it looks at, and says each difference in a sentence.</summary>
    public Task<CheckResult> RunAsync(SqliteDatabase database, CancellationToken cancellationToken);
}

/// <summary>What a check found.</summary>
/// <param name="Counted">How many rows it looked at.</param>
/// <param name="Differences">One sentence a difference, English; empty when all is well.</param>
internal sealed record CheckResult(long Counted, IReadOnlyList<string> Differences);
