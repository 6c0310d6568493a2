using Dashboard.Data;
using Dashboard.Domain.Lapses;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Lapses;
using Dashboard.Layout;
using Dashboard.Live;
using Dashboard.Returns;
using Dashboard.SampleData;
using Dashboard.Tests.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Tests.Lapses;

/// <summary>The system's own lapse from end to end: it opens the day after a return was due, stands in the register, and heals when the return comes.</summary>
public sealed class LateReturnLapseTests : IAsyncLifetime
{
    private const string Form = "TD-QUY";
    private static readonly Period Quarter = Period.Quarter(2026, 4);

    private readonly TemporaryDatabase _file = new();
    private readonly HandClock _clock = new();
    private LocalCalendar _calendar = null!;
    private Ledger _ledger = null!;
    private LiveFigures _figures = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_opens_the_day_after_shows_in_the_register_and_heals_on_submission()
    {
        var reading = new ReturnReading(_figures, _calendar);
        var desk = new ReturnDesk(_ledger, reading, _figures);
        using var watch = new LateReturnWatch(_figures, _calendar, _ledger, _file.Database, _clock, NullLogger<LateReturnWatch>.Instance);
        var key = new ReturnKey(_figures.Now.Hierarchy.NumberOf("HU-MAU-03"), Form, Quarter);
        DateOnly due = _figures.Now.Forms.Single(f => f.Code == Form).DueOn(Quarter);

        PassTo(due);
        await watch.OpenAsync(Cancelled);
        Assert.DoesNotContain(List(LapseBand.Open).Rows, IsOfQuarter);

        PassTo(due.AddDays(1));
        await watch.OpenAsync(Cancelled);
        await _figures.CatchUpAsync(Cancelled);
        LapseRow late = List(LapseBand.Open).Rows.Single(row => IsOfQuarter(row) && row.Lapse.Committee == key.Committee);
        Assert.Equal((LapseSource.System, due.AddDays(1)), (late.Lapse.FoundBy, late.Lapse.FoundOn));
        Assert.Equal("/returns/HU-MAU-03/TD-QUY/2026-Q4", LateReturnKey.Of(late.Lapse)!.Href("HU-MAU-03"));

        await FillAsync(desk, reading, key);
        await desk.SubmitAsync("officer", key, cancellationToken: Cancelled);
        await _figures.CatchUpAsync(Cancelled);
        Assert.DoesNotContain(List(LapseBand.Open).Rows, row => row.Lapse.Id == late.Lapse.Id);
        LapseRow healed = List(LapseBand.Remedied).Rows.Single(row => row.Lapse.Id == late.Lapse.Id);
        Assert.Equal(due.AddDays(1), healed.Lapse.RemediedOn);
    }

    public async ValueTask InitializeAsync()
    {
        await _file.InitializeAsync();
        _calendar = new LocalCalendar(_clock, TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh"));
        _ledger = new Ledger(_file.Database, _clock, NullLogger<Ledger>.Instance);
        await new SampleLoader(_ledger, _file.Database, _calendar, NullLogger<SampleLoader>.Instance).LoadIfEmptyAsync(CancellationToken.None);
        var feed = new ChangeFeed(TestClock.Shared, NullLogger<ChangeFeed>.Instance);
        _figures = new LiveFigures(new StateLoader(_file.Database), _file.Log, _ledger, feed, _calendar, TestClock.Shared, NullLogger<LiveFigures>.Instance);
        await _figures.StartAsync(CancellationToken.None);
        await _figures.Ready;
    }

    public async ValueTask DisposeAsync()
    {
        await _figures.StopAsync(CancellationToken.None);
        _figures.Dispose();
        await _ledger.DisposeAsync();
        await _file.DisposeAsync();
    }

    private static bool IsOfQuarter(LapseRow row) => LateReturnKey.Of(row.Lapse)?.Period == Quarter;

    private LapseList List(LapseBand band)
    {
        var page = new PageAddress("TU-MAU", Period.QuarterOf(_calendar.Today)) { Tab = "lapses" };
        return new LapseList(_figures.Now, _figures.Now.Hierarchy.NumberOf("TU-MAU"), new LapseAddress { Page = page, Band = band }, _calendar.Today);
    }

    private void PassTo(DateOnly day) => _clock.Pass(TimeSpan.FromDays(day.DayNumber - _calendar.Today.DayNumber));

    /// <summary>Enters what was reported the quarter before, which is not unusual.</summary>
    private async Task FillAsync(ReturnDesk desk, ReturnReading reading, ReturnKey key)
    {
        await using DashboardDb db = _file.Database.CreateDbContext();
        ReturnSheet sheet = await reading.ReadAsync(db, key, Cancelled);
        await desk.SaveAsync(
            "officer", key, [.. sheet.Lines.Select(l => new LineEdit(l with { Value = reading.Own(key.Committee, l.Indicator, Quarter.Previous()) ?? 0, Reason = WarningReason.NothingArose }))], Cancelled);
    }
}
