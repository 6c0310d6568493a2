using System.Runtime.CompilerServices;
using Dashboard.Domain.Changes;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data;

/// <summary>Reads the change log, in order.</summary>
public sealed class LogReader(IDbContextFactory<DashboardDb> databases)
{
    /// <summary>Entries that <see cref="ReadAllAfterAsync"/> asks for at a time.</summary>
    public const int PageSize = 5_000;

    /// <summary>Subjects of entries that change no page of figures.</summary>
    public static readonly Subject[] Unseen = [Subject.Account, Subject.SignIn, Subject.Export, Subject.Denial, Subject.Entry];

    private static readonly Subject[] OfFrameAndFigures = [Subject.Figure, Subject.Structure, Subject.Indicator, Subject.Form];

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

    /// <summary>
    /// The entries about what pages of figures show of the next <see cref="PageSize"/> ones, in order, without who made them and without
    /// their hashes; and the number of the last entry that was looked at.
    /// </summary>
    public async Task<(IReadOnlyList<LogEntry> Entries, long Last)> ReadShownAfterAsync(long sequence, CancellationToken cancellationToken = default)
    {
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        long last = await db.Changes.Where(e => e.Sequence > sequence).OrderBy(e => e.Sequence).Take(PageSize).MaxAsync(e => (long?)e.Sequence, cancellationToken) ?? sequence;
        return (await Contents(db.Changes.Where(e => e.Sequence > sequence && e.Sequence <= last && !Unseen.Contains(e.Subject))).ToListAsync(cancellationToken), last);
    }

    /// <summary>The entries about registers, returns and plans above one and up to another, as <see cref="ReadShownAfterAsync"/> reads them.</summary>
    public async Task<IReadOnlyList<LogEntry>> ReadRegistersAsync(long after, long last, CancellationToken cancellationToken = default)
    {
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        return await Contents(db.Changes.Where(e => e.Sequence > after && e.Sequence <= last && !Unseen.Contains(e.Subject) && !OfFrameAndFigures.Contains(e.Subject))).ToListAsync(cancellationToken);
    }

    /// <summary>Number of the last entry at or before a moment, given in UTC; 0 before the first.</summary>
    public async Task<long> LastSequenceAtAsync(DateTime utc, CancellationToken cancellationToken = default)
    {
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        // Entries are in the order of their instants: halving finds the place in twenty looks, where there is no index.
        long low = 0;
        long high = await db.Changes.MaxAsync(e => (long?)e.Sequence, cancellationToken) ?? 0;
        while (low < high)
        {
            long middle = low + ((high - low + 1) / 2);
            DateTime at = await db.Changes.Where(e => e.Sequence == middle).Select(e => e.At).SingleAsync(cancellationToken);
            (low, high) = at <= utc ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    /// <summary>When an entry was committed, UTC; null when there is none with that number.</summary>
    public async Task<DateTime?> TimeOfAsync(long sequence, CancellationToken cancellationToken = default)
    {
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Changes.Where(e => e.Sequence == sequence).Select(e => (DateTime?)e.At).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>When the last entry up to one was committed that changes a page of figures, UTC; null when there is none.</summary>
    public async Task<DateTime?> LastShownAtAsync(long sequence, CancellationToken cancellationToken = default)
    {
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Changes.Where(e => e.Sequence <= sequence && !Unseen.Contains(e.Subject)).OrderByDescending(e => e.Sequence).Select(e => (DateTime?)e.At).FirstOrDefaultAsync(cancellationToken);
    }

    private static IQueryable<LogEntry> Contents(IQueryable<LogEntry> entries) => entries.AsNoTracking().OrderBy(e => e.Sequence).Select(e => new LogEntry
    {
        Sequence = e.Sequence,
        At = e.At,
        Account = "",
        Subject = e.Subject,
        Committee = e.Committee,
        Key = e.Key,
        Before = e.After == null ? e.Before : null,
        After = e.After,
    });
}
