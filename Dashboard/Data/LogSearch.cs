using Dashboard.Domain.Changes;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data;

/// <summary>
/// Finds entries of the change log by what they are about. Pages go by sequence number, so that the millionth entry is found as
/// quickly as the first and nothing shifts while others write.
/// </summary>
public sealed class LogSearch(IDbContextFactory<DashboardDb> databases)
{
    /// <summary>Above this many committees, looking each up costs more than walking the log from its end.</summary>
    private const int FewCommittees = 256;

    private const int ExportPage = 5_000;

    /// <summary>Where the log ends.</summary>
    public async Task<LogHead> HeadAsync(CancellationToken cancellationToken = default)
    {
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        var last = await db.Changes.OrderByDescending(e => e.Sequence).Select(e => new { e.Sequence, e.Hash }).FirstOrDefaultAsync(cancellationToken);
        return last is null ? new LogHead(0, HashChain.Genesis) : new LogHead(last.Sequence, last.Hash);
    }

    /// <summary>Hash of one entry; null when it is not there.</summary>
    public async Task<string?> HashOfAsync(long sequence, CancellationToken cancellationToken = default)
    {
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Changes.Where(e => e.Sequence == sequence).Select(e => e.Hash).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>At most <paramref name="limit"/> entries below the sequence number <paramref name="before"/>, the newest first.</summary>
    public async Task<IReadOnlyList<LogEntry>> BeforeAsync(LogFilter filter, long before, int limit, CancellationToken cancellationToken = default)
    {
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        IQueryable<LogEntry> found = await FilteredAsync(db, filter, cancellationToken);
        return await found.Where(e => e.Sequence < before).OrderByDescending(e => e.Sequence).Take(limit).ToListAsync(cancellationToken);
    }

    /// <summary>At most <paramref name="limit"/> entries above the sequence number <paramref name="after"/>, those next to it, the newest first.</summary>
    public async Task<IReadOnlyList<LogEntry>> AfterAsync(LogFilter filter, long after, int limit, CancellationToken cancellationToken = default)
    {
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        IQueryable<LogEntry> found = await FilteredAsync(db, filter, cancellationToken);
        List<LogEntry> page = await found.Where(e => e.Sequence > after).OrderBy(e => e.Sequence).Take(limit).ToListAsync(cancellationToken);
        page.Reverse();
        return page;
    }

    /// <summary>How many entries lie above the sequence number <paramref name="after"/>; counting stops at <paramref name="most"/>.</summary>
    public async Task<int> CountAfterAsync(LogFilter filter, long after, int most = int.MaxValue, CancellationToken cancellationToken = default)
    {
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        IQueryable<LogEntry> found = (await FilteredAsync(db, filter, cancellationToken)).Where(e => e.Sequence > after);
        return most == int.MaxValue ? await found.CountAsync(cancellationToken) : await found.OrderBy(e => e.Sequence).Take(most).CountAsync(cancellationToken);
    }

    /// <summary>Names of the accounts that made the newest <paramref name="of"/> of the entries.</summary>
    public async Task<IReadOnlyList<string>> AccountsAsync(LogFilter filter, int of, CancellationToken cancellationToken = default)
    {
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        IQueryable<LogEntry> found = await FilteredAsync(db, filter, cancellationToken);
        return await found.OrderByDescending(e => e.Sequence).Take(of).Select(e => e.Account).Distinct().ToListAsync(cancellationToken);
    }

    /// <summary>All entries, the oldest first, read a page at a time as they are asked for: a million of them are never held together.</summary>
    public IEnumerable<LogEntry> ReadAll(LogFilter filter, CancellationToken cancellationToken = default)
    {
        long last = 0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            List<LogEntry> page = ReadPage(filter, last);
            foreach (LogEntry entry in page)
            {
                yield return entry;
            }

            if (page.Count < ExportPage)
            {
                yield break;
            }

            last = page[^1].Sequence;
        }
    }

    /// <summary>Sequence number of the last entry at or before an instant; 0 when there is none.</summary>
    internal static long LastAt(DashboardDb db, DateTime instant) => FirstSince(db, instant.AddMilliseconds(1)) - 1;

    private List<LogEntry> ReadPage(LogFilter filter, long after)
    {
        using DashboardDb db = databases.CreateDbContext();
        long from = filter.From is { } start ? FirstSince(db, start) : 0;
        long until = filter.Until is { } end ? FirstSince(db, end) : long.MaxValue;
        return [.. Filtered(db, filter, from, until).Where(e => e.Sequence > after).OrderBy(e => e.Sequence).Take(ExportPage)];
    }

    private static async Task<IQueryable<LogEntry>> FilteredAsync(DashboardDb db, LogFilter filter, CancellationToken cancellationToken)
    {
        // A search by halves takes a few dozen reads of one row, each some microseconds.
        cancellationToken.ThrowIfCancellationRequested();
        await db.Database.OpenConnectionAsync(cancellationToken);
        long from = filter.From is { } start ? FirstSince(db, start) : 0;
        long until = filter.Until is { } end ? FirstSince(db, end) : long.MaxValue;
        return Filtered(db, filter, from, until);
    }

    private static IQueryable<LogEntry> Filtered(DashboardDb db, LogFilter filter, long from, long until)
    {
        IQueryable<LogEntry> found = OfCommittees(db.Changes.AsNoTracking(), filter.Committees);
        found = from > 0 ? found.Where(e => e.Sequence >= from) : found;
        found = until < long.MaxValue ? found.Where(e => e.Sequence < until) : found;
        found = filter.Last is { } last ? found.Where(e => e.Sequence <= last) : found;
        found = filter.Subject is { } subject ? found.Where(e => e.Subject == subject) : found;
        found = filter.Account is { } account ? found.Where(e => e.Account == account) : found;
        found = filter.Without.Aggregate(found, (rest, unwanted) => rest.Where(e => e.Subject != unwanted));
        string[]? accounts = filter.Accounts is { } names ? [.. names] : null;
        found = accounts is null ? found : found.Where(e => EF.Parameter(accounts).Contains(e.Account));
        found = filter.WholeKey is { } whole ? found.Where(e => e.Key == whole) : found;
        return filter.Key is { } key ? found.Where(e => EF.Functions.Like(e.Key, $"%{Escaped(key)}%", @"\")) : found;
    }

    private static IQueryable<LogEntry> OfCommittees(IQueryable<LogEntry> entries, IReadOnlySet<int>? committees)
    {
        if (committees is null)
        {
            return entries;
        }

        int[] numbers = [.. committees.Order()];
        // Wrapped in an expression the index of committees is not used: it would gather and sort the whole log to show its end.
        return numbers.Length <= FewCommittees
            ? entries.Where(e => e.Committee != null && EF.Parameter(numbers).Contains(e.Committee.Value))
            : entries.Where(e => EF.Parameter(numbers).Contains(e.Committee ?? -1));
    }

    /// <summary>The first sequence number at or after an instant. Instants never fall as sequence numbers rise, so no index on them is needed.</summary>
    private static long FirstSince(DashboardDb db, DateTime instant)
    {
        long low = 1;
        long high = db.Changes.OrderByDescending(e => e.Sequence).Select(e => e.Sequence).FirstOrDefault() + 1;
        while (low < high)
        {
            long middle = low + ((high - low) / 2);
            DateTime at = db.Changes.Where(e => e.Sequence >= middle).OrderBy(e => e.Sequence).Select(e => e.At).First();
            (low, high) = at < instant ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static string Escaped(string text) =>
        text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);
}
