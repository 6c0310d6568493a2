using System.Globalization;
using Dashboard.Live;
using Dashboard.Tests.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Tests.Live;

public sealed class ChangeFeedTests
{
    private readonly ChangeFeed _feed = new(TestClock.Shared, NullLogger<ChangeFeed>.Instance);

    [Fact]
    public async Task A_page_hears_of_its_committee_and_not_of_another()
    {
        var heard = new SemaphoreSlim(0);
        int others = 0;
        using IDisposable mine = _feed.Subscribe(3, () => Task.FromResult(heard.Release()));
        using IDisposable other = _feed.Subscribe(4, () => Task.FromResult(Interlocked.Increment(ref others)));
        _feed.Announce([3, 1, 0]);
        Assert.True(await heard.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
        Assert.Equal(0, others);
    }

    [Fact]
    public async Task A_thousand_changes_during_a_delivery_are_told_as_one_more()
    {
        var entered = new SemaphoreSlim(0);
        var release = new SemaphoreSlim(0);
        int calls = 0;
        using IDisposable page = _feed.Subscribe(1, async () =>
        {
            Interlocked.Increment(ref calls);
            entered.Release();
            await release.WaitAsync();
        });
        _feed.Announce([1]);
        await entered.WaitAsync(TestContext.Current.CancellationToken);
        for (int i = 0; i < 1_000; i++)
        {
            _feed.Announce([1]);
        }

        release.Release();
        await entered.WaitAsync(TestContext.Current.CancellationToken);
        release.Release();
        using var after = new SemaphoreSlim(0);
        using IDisposable witness = _feed.Subscribe(2, () => Task.FromResult(after.Release()));
        _feed.Announce([2]);
        await after.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, calls);
    }

    [Fact]
    public async Task A_page_that_fails_is_told_again_and_others_are_not_disturbed()
    {
        var heard = new SemaphoreSlim(0);
        int failures = 0;
        using IDisposable bad = _feed.Subscribe(1, () =>
        {
            heard.Release();
            return Interlocked.Increment(ref failures) == 1 ? throw new InvalidOperationException("first time") : Task.CompletedTask;
        });
        _feed.AnnounceAll();
        await heard.WaitAsync(TestContext.Current.CancellationToken);
        _feed.AnnounceAll();
        Assert.True(await heard.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_page_is_told_in_its_own_culture()
    {
        var culture = new TaskCompletionSource<string>();
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("vi-VN");
        using IDisposable page = _feed.Subscribe(1, () => Task.FromResult(culture.TrySetResult(CultureInfo.CurrentCulture.Name)));
        CultureInfo.CurrentCulture = before;
        _feed.Announce([1]);
        Assert.Equal("vi-VN", await culture.Task.WaitAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_closed_page_is_forgotten()
    {
        IDisposable page = _feed.Subscribe(1, () => Task.CompletedTask);
        Assert.Equal(1, _feed.SubscriberCount);
        page.Dispose();
        page.Dispose();
        Assert.Equal(0, _feed.SubscriberCount);
    }
}
