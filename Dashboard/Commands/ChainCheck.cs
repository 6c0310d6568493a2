using Dashboard.Data;
using Dashboard.Domain.Changes;

namespace Dashboard.Commands;

/// <summary>Walks the log's hash chain from its first entry.</summary>
internal sealed class ChainCheck : ICheck
{
    public string Name => "chain";

    public async Task<CheckResult> RunAsync(SqliteDatabase database, CancellationToken cancellationToken)
    {
        long counted = 0;
        string previous = HashChain.Genesis;
        await foreach (IReadOnlyList<LogEntry> page in new LogReader(database).ReadAllAfterAsync(0, cancellationToken))
        {
            if (HashChain.Verify(page, counted + 1, previous) is { } broken)
            {
                return new CheckResult(counted, [$"The chain of the change log breaks at entry {broken}."]);
            }

            counted += page.Count;
            previous = page[^1].Hash;
        }

        return new CheckResult(counted, []);
    }
}
