using Dashboard.Complaints;
using Dashboard.Domain.Complaints;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Registers;
using Dashboard.Domain.Rollups;
using Dashboard.Live;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Complaints;

/// <summary>A deadline passes at midnight in Vietnam: in a server that runs, and in one that was down then.</summary>
public sealed class MidnightTests : IAsyncLifetime
{
    private readonly ComplaintOffice _office = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _office.InitializeAsync();
        // Due today.
        await _office.Desk.RegisterAsync(_office.OfA, _office.Case("A1", ComplaintKind.Petition, "2026/0001", _office.Today.AddDays(-10)), Cancelled);
    }

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task A_case_due_today_is_overdue_from_the_first_moment_of_tomorrow_and_the_pages_are_told()
    {
        var told = new TaskCompletionSource();
        using IDisposable heard = _office.Feed.Subscribe(_office["T"], () =>
        {
            told.TrySetResult();
            return Task.CompletedTask;
        });
        // 09:00 in Vietnam: 15 hours to midnight.
        _office.Clock.Pass(TimeSpan.FromHours(15) - TimeSpan.FromMilliseconds(1));
        Assert.Equal((0, 1), Bands());
        Assert.Equal(0, Overdue(_office.Figures));
        Assert.False(told.Task.IsCompleted);

        _office.Clock.Pass(TimeSpan.FromMilliseconds(1));
        await told.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancelled);
        Assert.Equal((1, 0), Bands());
        Assert.Equal(1, Overdue(_office.Figures));

        using LiveFigures later = _office.NewFigures();
        await later.StartAsync(Cancelled);
        await later.Ready;
        Assert.Equal(1, Overdue(later));
        await later.StopAsync(Cancelled);
    }

    [Fact]
    public async Task A_server_that_slept_through_midnight_has_rolled_when_it_is_up_again()
    {
        await _office.Figures.StopAsync(Cancelled);
        _office.Clock.Pass(TimeSpan.FromHours(15));
        using LiveFigures again = _office.NewFigures();
        await again.StartAsync(Cancelled);
        await again.Ready;
        Assert.Equal(1, Overdue(again));
        await again.StopAsync(Cancelled);
    }

    private (int Overdue, int Soon) Bands()
    {
        ComplaintView view = _office.View("T");
        return (view.Counts[CaseGroup.Overdue], view.Counts[CaseGroup.Soon]);
    }

    private long Overdue(LiveFigures figures) =>
        figures.Now.Indicators.TryNumberOf(RegisterIndicators.Complaints.Overdue, out int indicator) ? figures.Read(View.Now, _office["T"], indicator, Period.Month(2026, 11)).Value ?? 0 : -1;
}
