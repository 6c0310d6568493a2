using Dashboard.Data;
using Dashboard.Domain.Changes;

namespace Dashboard.Commands;

/// <summary>Walks the log's hash chain from its first entry, byte by byte, and compares it with what is known of it from outside the database.</summary>
/// <param name="anchors">Where the log ended at some moments.</param>
internal sealed class ChainCheck(IReadOnlyList<LogAnchor> anchors) : ICheck
{
    public string Name => "chain";

    public Task<CheckResult> RunAsync(SqliteDatabase database, CancellationToken cancellationToken)
    {
        var walk = new ChainWalk(anchors);
        bool isWhole = LogBytes.Walk(database, walk, cancellationToken);
        var differences = new List<string>();
        differences.AddRange(walk.Refused.Select(anchor =>
            $"Entry {anchor.Sequence} is not the one of {anchor.Source}: the log was written anew somewhere from entry {walk.Agreed + 1} to {anchor.Sequence}."));
        if (!isWhole)
        {
            differences.Add($"The chain of the change log breaks at entry {walk.Sequence + 1}.");
        }
        else if (walk.Unmet.LastOrDefault() is { } furthest)
        {
            differences.Add($"The change log ends at entry {walk.Sequence}, but had reached {furthest.Sequence} ({furthest.Source}): entries from {walk.Sequence + 1} on were cut off.");
        }

        return Task.FromResult(new CheckResult(walk.Sequence, differences));
    }
}
