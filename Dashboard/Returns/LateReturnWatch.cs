using System.Collections.Immutable;
using Dashboard.Data;
using Dashboard.Domain.Lapses;
using Dashboard.Domain.Returns;
using Dashboard.Live;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Returns;

/// <summary>
/// Opens the lapse of each return that has not come, the day after it was due: at start for the days on which nothing ran, then
/// each midnight. Only for returns that fell due since the database is in use: of earlier ones nothing is known.
/// </summary>
public sealed partial class LateReturnWatch(
    LiveFigures figures, LocalCalendar calendar, Ledger ledger, IDbContextFactory<DashboardDb> databases, TimeProvider time, ILogger<LateReturnWatch> logger) : BackgroundService
{
    /// <summary>Name under which the log keeps what the system does by itself.</summary>
    public const string Account = "system";

    private static readonly TimeSpan AfterFault = TimeSpan.FromMinutes(5);

    /// <summary>The lapses to open on a day.</summary>
    /// <param name="state">What holds.</param>
    /// <param name="since">First day on which the database was in use.</param>
    /// <param name="today">The day.</param>
    public static IReadOnlyList<Lapse> ToOpen(LiveState state, DateOnly since, DateOnly today)
    {
        ImmutableHashSet<(int, string?)> known = [.. state.Lapses.Values.Where(l => l.Kind == LapseKind.LateReturn).Select(l => (l.Committee, l.Note))];
        return
        [
            .. OwedReturns.Of(state, _ => true, today)
                .Where(r => r.DueOn >= since && !known.Contains((r.Committee, LateReturn.NoteOf(r))))
                .Select(r => LateReturn.Change(r, null, today)).OfType<Lapse>(),
        ];
    }

    /// <summary>Opens what is to be opened today and returns how many there were.</summary>
    public async Task<int> OpenAsync(CancellationToken cancellationToken)
    {
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        DateTime? first = await db.Changes.OrderBy(e => e.Sequence).Select(e => (DateTime?)e.At).FirstOrDefaultAsync(cancellationToken);
        if (first is null)
        {
            return 0;
        }

        await figures.CatchUpAsync(cancellationToken);
        IReadOnlyList<Lapse> lapses = ToOpen(figures.Now, calendar.DayOf(first.Value), calendar.Today);
        if (lapses.Count > 0)
        {
            await ledger.WriteAsync(Account, (page, cancel) => LapseRegister.RegisterAsync(page, lapses, cancel), null, cancellationToken);
            LogOpened(lapses.Count);
        }

        return lapses.Count;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await figures.Ready.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            TimeSpan wait;
            try
            {
                await OpenAsync(stoppingToken);
                wait = calendar.UntilMidnight();
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(exception);
                wait = AfterFault;
            }

            await Task.Delay(wait, time, stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Count} returns have not come by their due day; a lapse was opened for each.")]
    private partial void LogOpened(int count);

    [LoggerMessage(LogLevel.Error, "Late returns could not be looked for; it is tried again soon.")]
    private partial void LogFailed(Exception exception);
}
