using System.Runtime.CompilerServices;
using Dashboard.Domain.Changes;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data;

/// <summary>Reads the change log, in order.</summary>
public sealed class LogReader(IDbContextFactory<DashboardDb> databases)
{
    /// <summary>Entries that <see cref="ReadAllAfterAsync"/> asks for at a time.</summary>
    public const int PageSize = 5_000;

    /// <summary>Sequence number of the last entry; 0 for an empty log.</summary>
    public async Task<long> LastSequenceAsync(CancellationToken cancellationToken = default)
    {
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Changes.OrderByDescending(e => e.Sequence).Select(e => e.Sequence).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>At most <paramref name="limit"/> entries with a sequence number above <paramref name="sequence"/>, in order.</summary>
    public async Task<IReadOnlyList<LogEntry>> ReadAfterAsync(long sequence, int limit = PageSize, CancellationToken cancellationToken = default)
    {
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Changes.AsNoTracking().Where(e => e.Sequence > sequence).OrderBy(e => e.Sequence).Take(limit).ToListAsync(cancellationToken);
    }

    /// <summary>All entries above <paramref name="sequence"/>, page by page, so that no long read holds the file.</summary>
    public async IAsyncEnumerable<IReadOnlyList<LogEntry>> ReadAllAfterAsync(long sequence, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (await ReadAfterAsync(sequence, PageSize, cancellationToken) is { Count: > 0 } page)
        {
            yield return page;
            sequence = page[^1].Sequence;
        }
    }
}
