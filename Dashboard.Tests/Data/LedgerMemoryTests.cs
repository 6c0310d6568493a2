using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;
using Dashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Tests.Data;

/// <summary>What the ledger keeps from one write to the next, its connection and the indicators it has read, is never older than the database.</summary>
public sealed class LedgerMemoryTests : IAsyncLifetime
{
    private readonly TemporaryDatabase _temporary = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _temporary.InitializeAsync();
        await _temporary.SeedAsync(["A"], ["t.one"]);
    }

    public ValueTask DisposeAsync() => _temporary.DisposeAsync();

    [Fact]
    public async Task A_write_that_fails_by_itself_leaves_nothing_and_the_next_one_stands()
    {
        long last = (await StateAsync(1)).LastSequence;
        await Assert.ThrowsAsync<InvalidOperationException>(() => _temporary.Ledger.WriteAsync("tester", async (page, cancel) =>
        {
            await FigureLedger.StateAsync(page, [Figure(2)], cancel);
            page.Db.Add(new Setting("left.behind", "x"));
            await page.Db.SaveChangesAsync(cancel);
            throw new InvalidOperationException("no");
        }, cancellationToken: Cancel));

        Assert.Equal(last + 1, (await StateAsync(3)).LastSequence);
        await using DashboardDb db = _temporary.Database.CreateDbContext();
        Assert.Empty(await db.Set<Setting>().Where(s => s.Key == "left.behind").ToListAsync(Cancel));
        Assert.Equal([1L, 3], (await _temporary.Log.ReadAfterAsync(last - 1, cancellationToken: Cancel)).Select(e => LogPayload.ReadFigure(e, _ => 0).Now!.Value));
        Assert.Null(HashChain.Verify(await _temporary.Log.ReadAfterAsync(0, int.MaxValue, Cancel)));
    }

    [Fact]
    public async Task What_another_writer_changed_of_an_indicator_counts_in_the_next_write()
    {
        await StateAsync(1);
        await using var other = new Ledger(_temporary.Database, TestClock.Shared, NullLogger<Ledger>.Instance);
        await other.WriteAsync("other", RetireAsync, cancellationToken: Cancel);

        Assert.Equal("indicator.retired", (await Assert.ThrowsAsync<BrokenRuleException>(() => StateAsync(2))).Rule);
    }

    [Fact]
    public async Task What_a_write_changes_of_an_indicator_counts_in_itself_and_not_when_it_failed()
    {
        await StateAsync(1);
        BrokenRuleException refused = await Assert.ThrowsAsync<BrokenRuleException>(() => _temporary.Ledger.WriteAsync("tester", async (page, cancel) =>
        {
            await FigureLedger.StateAsync(page, [Figure(2)], cancel);
            await RetireAsync(page, cancel);
            await FigureLedger.StateAsync(page, [Figure(3)], cancel);
        }, cancellationToken: Cancel));

        Assert.Equal("indicator.retired", refused.Rule);
        Assert.Equal(1, (await StateAsync(4)).Entries);
    }

    [Fact]
    public async Task A_committee_that_a_write_has_just_added_is_known_to_it_and_not_after_it_failed()
    {
        Figure figure = Figure(1) with { Committee = 1 };
        await Assert.ThrowsAsync<InvalidOperationException>(() => _temporary.Ledger.WriteAsync("tester", async (page, cancel) =>
        {
            page.Db.Add(new Dashboard.Domain.Committees.Committee { Number = 1, Code = "B", Name = "B", Level = Dashboard.Domain.Committees.CommitteeLevel.Province });
            Assert.Equal("B", await page.CodeOfCommitteeAsync(1, cancel));
            throw new InvalidOperationException("no");
        }, cancellationToken: Cancel));

        Assert.Equal("structure.unknown", (await Assert.ThrowsAsync<BrokenRuleException>(() => StateAsync(figure))).Rule);
    }

    [Fact]
    public async Task After_a_connection_that_broke_the_next_write_stands()
    {
        await StateAsync(1);
        await Assert.ThrowsAnyAsync<Exception>(() => _temporary.Ledger.WriteAsync("tester", async (page, _) => await page.Db.Database.GetDbConnection().CloseAsync(), cancellationToken: Cancel));

        Assert.Equal(1, (await StateAsync(2)).Entries);
    }

    private static Figure Figure(long value) => new() { Committee = 0, Indicator = 0, Period = Period.Quarter(2025, 1), Value = value };

    private static async Task RetireAsync(LedgerPage page, CancellationToken cancel)
    {
        Indicator one = await page.Db.Indicators.AsNoTracking().SingleAsync(cancel);
        await Catalogue.PutAsync(page, [one with { RetiredOn = new DateOnly(2024, 1, 1) }], cancel);
    }

    private Task<WriteReceipt> StateAsync(long value) => StateAsync(Figure(value));

    private Task<WriteReceipt> StateAsync(Figure figure) => new FigureLedger(_temporary.Ledger).StateAsync("tester", figure, cancellationToken: Cancel);
}
