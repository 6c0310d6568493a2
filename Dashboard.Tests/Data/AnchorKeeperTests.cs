using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Tests.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Tests.Data;

public sealed class AnchorKeeperTests(TemporaryDatabase temporary) : IClassFixture<TemporaryDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private AnchorFile Anchors => AnchorFile.In(temporary.Folder);

    [Fact]
    public async Task The_log_is_anchored_at_start_after_many_entries_and_when_the_server_stops()
    {
        await RecordAsync(3);
        using (AnchorKeeper keeper = Keeper(NullLogger<AnchorKeeper>.Instance))
        {
            await keeper.StartAsync(Cancel);
            await AnchoredAsync(1);
            await RecordAsync(AnchorKeeper.EntriesBetween);
            await AnchoredAsync(2);
            await RecordAsync(2);
            await keeper.StopAsync(Cancel);
        }

        long last = await temporary.Log.LastSequenceAsync(Cancel);
        Assert.Equal([last - AnchorKeeper.EntriesBetween - 2, last - 2, last], Anchors.Read(out _).Select(anchor => anchor.Sequence));

        // Nothing new: nothing to anchor again.
        using (AnchorKeeper again = Keeper(NullLogger<AnchorKeeper>.Instance))
        {
            await again.StartAsync(Cancel);
            await again.StopAsync(Cancel);
        }

        Assert.Equal(3, Anchors.Read(out _).Count);

        // The end cut off while the server was down is said at the next start.
        await using (DashboardDb db = temporary.Database.CreateDbContext())
        {
            await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ExecuteDeleteAsync(db.Changes.Where(e => e.Sequence > last - 1), Cancel);
        }

        var log = new WholeLog();
        using ILoggerFactory loggers = LoggerFactory.Create(logging => logging.AddProvider(log));
        using AnchorKeeper third = Keeper(loggers.CreateLogger<AnchorKeeper>());
        await third.StartAsync(Cancel);
        await AnchoredAsync(4);
        await third.StopAsync(Cancel);
        Assert.Contains(log.Lines, line => line.Contains($"does not hold entry {last}", StringComparison.Ordinal));
    }

    private AnchorKeeper Keeper(ILogger<AnchorKeeper> logger) => new(
        new LogSearch(temporary.Database), temporary.Ledger, temporary.Database, new DatabaseSettings(temporary.Folder, temporary.Database.ConnectionString), TestClock.Shared, logger);

    private async Task AnchoredAsync(int count)
    {
        for (int i = 0; i < 200 && Anchors.Read(out _).Count < count; i++)
        {
            await Task.Delay(50, Cancel);
        }

        Assert.Equal(count, Anchors.Read(out _).Count);
    }

    private Task<WriteReceipt> RecordAsync(int entries) => temporary.Ledger.WriteAsync(
        "officer",
        (page, _) =>
        {
            for (int i = 0; i < entries; i++)
            {
                page.Record(Subject.Figure, null, "k", null, "{}");
            }

            return Task.CompletedTask;
        },
        null,
        Cancel);
}
