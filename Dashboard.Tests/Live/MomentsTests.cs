using Dashboard.Data;
using Dashboard.Domain.Lapses;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;
using Dashboard.Live;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Live;

/// <summary>What is known at a moment is what was known then, whatever comes later.</summary>
public sealed class MomentsTests : IAsyncLifetime
{
    private static readonly LocalCalendar Calendar = new(new HandClock(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh"));

    private readonly TemporaryDatabase _file = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _file.InitializeAsync();

    public ValueTask DisposeAsync() => _file.DisposeAsync();

    [Fact]
    public async Task A_moment_is_found_by_the_last_entry_at_or_before_it()
    {
        await _file.SeedProvinceAsync(Cancel);
        await _file.StateOneAsync(5, Cancel);
        DateTime between = (await _file.Log.TimeOfAsync(await _file.Log.LastSequenceAsync(Cancel), Cancel))!.Value;
        long last = await _file.Log.LastSequenceAsync(Cancel);
        Assert.True(SpinWait.SpinUntil(() => TestClock.Now > between.AddMilliseconds(5), TimeSpan.FromSeconds(10)));
        await _file.StateOneAsync(9, Cancel);

        using var moments = new Moments(_file.Log, Calendar);
        Assert.Equal(last, await moments.SequenceAtAsync(between, Cancel));
        Assert.Equal(0, await moments.SequenceAtAsync(between.AddYears(-1), Cancel));
        Assert.Equal(last + 1, await moments.SequenceAtAsync(between.AddYears(1), Cancel));
        Assert.Equal(5, (await moments.AtAsync(between, null, Cancel)).StatedOne());
        Assert.Equal(9, (await moments.AtAsync(between.AddYears(1), null, Cancel)).StatedOne());
        // Known afterwards, not at the time: the first answer still stands.
        await _file.StateOneAsync(11, Cancel);
        Assert.Equal(5, (await moments.AtAsync(between, null, Cancel)).StatedOne());
    }

    [Fact]
    public async Task A_moment_that_was_read_goes_on_saying_the_same_while_the_log_grows()
    {
        await _file.SeedProvinceAsync(Cancel);
        await _file.StateOneAsync(5, Cancel);
        using var moments = new Moments(_file.Log, Calendar);
        PastFigures before = await moments.AtAsync(await _file.Log.LastSequenceAsync(Cancel), null, Cancel);
        for (int value = 10; value < 60; value++)
        {
            await _file.StateOneAsync(value, Cancel);
        }

        PastFigures after = await moments.AtAsync(await _file.Log.LastSequenceAsync(Cancel), null, Cancel);
        // Not before the later entries have been taken in: what is added up when asked for must not see them.
        Assert.Equal((5, 59), (before.StatedOne(), after.StatedOne()));
    }

    [Fact]
    public async Task Before_the_first_entry_nothing_was_known()
    {
        await _file.SeedProvinceAsync(Cancel);
        using var moments = new Moments(_file.Log, Calendar);
        PastFigures nothing = await moments.AtAsync(new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc), null, Cancel);
        Assert.Equal((0, 0, 0L), (nothing.Now.Hierarchy.Count, nothing.Now.Indicators.Count, nothing.Now.Sequence));
        Assert.Equal(new DateOnly(2020, 1, 1), nothing.Today);
        Assert.Null(nothing.Now.ChangedAt);
    }

    [Fact]
    public async Task Deadlines_are_judged_on_the_moments_own_day()
    {
        await _file.SeedProvinceAsync(Cancel);
        await new LapseRegister(_file.Ledger).RegisterAsync("officer", [new Lapse { Committee = 1, Kind = LapseKind.Other, FoundOn = new(2026, 1, 2), FoundBy = LapseSource.SelfReport, RemedyDueOn = new(2099, 1, 31) }], cancellationToken: Cancel);
        using var moments = new Moments(_file.Log, Calendar);
        int overdue = (await moments.AtAsync(new DateTime(2099, 1, 31, 10, 0, 0, DateTimeKind.Utc), null, Cancel)).Now.Indicators.All.Single(i => i.Code == "lapses.overdue").Number;
        async Task<long?> OverdueAtAsync(DateTime utc) => (await moments.AtAsync(utc, null, Cancel)).Read(cube => cube.Total(View.Now, 0, overdue, Period.Quarter(2099, 1)).Value);
        Assert.Equal(0, await OverdueAtAsync(new DateTime(2099, 1, 31, 16, 59, 0, DateTimeKind.Utc)));
        Assert.Equal(1, await OverdueAtAsync(new DateTime(2099, 1, 31, 17, 0, 0, DateTimeKind.Utc)));
    }
}
