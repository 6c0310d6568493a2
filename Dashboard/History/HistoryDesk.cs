using Dashboard.Changes;
using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Live;

namespace Dashboard.History;

/// <summary>Turns what a reader chose into what is read of the log: only committees in their scope, and nothing of accounts.</summary>
public sealed class HistoryDesk(LiveFigures figures, LocalCalendar calendar, LogSearch log, ChangeAuthors authors)
{
    /// <summary>Names of who wrote are gathered from so many of the newest entries.</summary>
    private const int Gathered = 2_000;

    /// <summary>What a visitor may see of the structure.</summary>
    public LogSight SightOf(CommitteeVisit visit) => new(visit.Scope, figures.Now.Hierarchy, calendar.Today);

    /// <summary>Up to where the log is told: to its end, or as far as it went at a moment.</summary>
    public static long? LastOf(Outlook outlook) => outlook.IsPast ? outlook.Figures.Now.Sequence : null;

    /// <summary>The entries that are chosen.</summary>
    /// <param name="address">What was chosen.</param>
    /// <param name="sight">What the reader may see.</param>
    /// <param name="last">The last entry that is told; null for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<LogFilter> FilterAsync(HistoryAddress address, LogSight sight, long? last, CancellationToken cancellationToken)
    {
        LogFilter filter = FilterOf(address, sight, last);
        return address.By is { } by ? filter with { Accounts = authors.Named(by, await log.AccountsAsync(filter, Gathered, cancellationToken)) } : filter;
    }

    /// <summary>Names shown of who made the newest entries, to choose from.</summary>
    public async Task<IReadOnlyList<string>> AuthorsAsync(HistoryAddress address, LogSight sight, long? last, CancellationToken cancellationToken) =>
        [.. (await log.AccountsAsync(FilterOf(address.Unfiltered, sight, last), Gathered, cancellationToken)).Select(authors.NameOf).Distinct().Order(StringComparer.CurrentCulture)];

    private LogFilter FilterOf(HistoryAddress address, LogSight sight, long? last) => new()
    {
        Last = last,
        Subject = address.Subject,
        Without = HistoryAddress.Untold,
        Key = address.Key,
        Committees = sight.Committees(address.Page.Code, address.WithBelow),
        From = address.From is { } first ? calendar.StartOf(first) : null,
        Until = calendar.EndOf(address.To),
    };
}
