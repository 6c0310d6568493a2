using Dashboard.Data;
using Dashboard.Domain.Changes;

namespace Dashboard.Changes;

/// <summary>
/// The part of the log that a page shows: newest first, so many at a time; what came since is counted and shown when asked for.
/// </summary>
public sealed class LogWindow(LogSearch log)
{
    /// <summary>Entries on one page.</summary>
    public const int PageSize = 50;

    /// <summary>New entries are counted up to here.</summary>
    public const int MostNews = 1_000;

    /// <summary>The entries shown; null before they were read.</summary>
    public IReadOnlyList<LogEntry>? Entries { get; private set; }

    /// <summary>The log's end when they were read; null before.</summary>
    public LogHead? Head { get; private set; }

    /// <summary>Whether there are newer ones than those shown.</summary>
    public bool HasNewer { get; private set; }

    /// <summary>Whether there are older ones.</summary>
    public bool HasOlder { get; private set; }

    /// <summary>How many came since, at most <see cref="MostNews"/>.</summary>
    public int News { get; private set; }

    /// <summary>Reads them anew.</summary>
    /// <param name="filter">Which are meant.</param>
    /// <param name="before">Only what is older than this entry.</param>
    /// <param name="after">Only what is newer than this entry, next to it.</param>
    /// <param name="sight">What the reader may see of them.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task ReadAsync(LogFilter filter, long? before, long? after, LogSight sight, CancellationToken cancellationToken)
    {
        LogHead head = await log.HeadAsync(cancellationToken);
        // One more than is shown tells whether there are others beyond.
        IReadOnlyList<LogEntry> read = after is { } from
            ? await log.AfterAsync(filter, from, PageSize + 1, cancellationToken)
            : await log.BeforeAsync(filter, before ?? long.MaxValue, PageSize + 1, cancellationToken);
        bool isUpwards = after is not null, hasMore = read.Count > PageSize;
        LogEntry[] entries = [.. (isUpwards && hasMore ? read.Skip(1) : read.Take(PageSize)).Select(sight.Shown)];
        (Entries, Head, News) = (entries, head, 0);
        HasNewer = entries.Length > 0 && (isUpwards ? hasMore : before is not null);
        HasOlder = entries.Length > 0 && (isUpwards || hasMore);
    }

    /// <summary>Counts what came since they were read; tells whether that is another number than before.</summary>
    public async Task<bool> CountNewsAsync(LogFilter filter, CancellationToken cancellationToken)
    {
        int news = Head is { } head ? await log.CountAfterAsync(filter, head.Sequence, MostNews, cancellationToken) : 0;
        (bool differs, News) = (news != News, news);
        return differs;
    }

    /// <summary>Shows nothing any more.</summary>
    public void Clear() => Entries = null;
}
