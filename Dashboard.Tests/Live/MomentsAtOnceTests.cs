using Dashboard.Data;
using Dashboard.Guard;
using Dashboard.Live;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Live;

/// <summary>Many who ask for moments at the same time.</summary>
public sealed class MomentsAtOnceTests : IAsyncLifetime
{
    private static readonly LocalCalendar Calendar = new(new HandClock(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh"));

    private readonly TemporaryDatabase _file = new();

    private static readonly AsyncLocal<string?> Asker = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _file.InitializeAsync();

    public ValueTask DisposeAsync() => _file.DisposeAsync();

    [Fact]
    public async Task Who_asks_for_the_same_moment_at_once_shares_one_making_and_may_give_up_alone()
    {
        await _file.SeedProvinceAsync(Cancel);
        await _file.StateOneAsync(5, Cancel);
        var held = new HeldDatabase(_file.Database);
        using var moments = new Moments(new LogReader(held), Calendar);
        long last = await moments.SequenceAtAsync(TestClock.Now, Cancel);
        held.HoldAfter(1);
        using var left = new CancellationTokenSource();
        Task<PastFigures> first = moments.AtAsync(last, null, left.Token);
        await held.Reached.WaitAsync(Cancel);
        Task<PastFigures> second = moments.AtAsync(last, null, Cancel), third = moments.AtAsync(last, null, Cancel);
        await left.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        held.LetGo();
        Assert.Same(await second, await third);
        Assert.Same(await second, await moments.AtAsync(last, null, Cancel));
        Assert.Equal(5, (await second).StatedOne());
    }

    [Fact]
    public async Task A_moment_under_way_keeps_no_other_waiting()
    {
        await _file.SeedProvinceAsync(Cancel);
        await _file.StateOneAsync(5, Cancel);
        await _file.StateOneAsync(9, Cancel);
        var held = new HeldDatabase(_file.Database);
        using var moments = new Moments(new LogReader(held), Calendar);
        long last = await moments.SequenceAtAsync(TestClock.Now, Cancel);
        while (await moments.ReadOnAsync(Cancel))
        {
        }

        held.HoldAfter(1);
        Task<PastFigures> slow = moments.AtAsync(last - 1, null, Cancel);
        await held.Reached.WaitAsync(Cancel);
        // One who asks for moments by the dozen has all of them made beside the one that does not come.
        PastFigures[] others = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => moments.AtAsync(i == 0 ? last : last - 2 - (i % 3), null, Cancel)));
        Assert.Equal(9, others[0].StatedOne());
        Assert.False(slow.IsCompleted);
        held.LetGo();
        Assert.Equal(5, (await slow).StatedOne());
    }

    [Fact]
    public async Task What_could_not_be_made_is_tried_again()
    {
        await _file.SeedProvinceAsync(Cancel);
        await _file.StateOneAsync(5, Cancel);
        var held = new HeldDatabase(_file.Database);
        using var moments = new Moments(new LogReader(held), Calendar);
        long last = await moments.SequenceAtAsync(TestClock.Now, Cancel);
        held.HoldAfter(1);
        Task<PastFigures> failed = moments.AtAsync(last, null, Cancel);
        await held.Reached.WaitAsync(Cancel);
        held.Break();
        await Assert.ThrowsAsync<IOException>(() => failed);
        Assert.Equal(5, (await moments.AtAsync(last, null, Cancel)).StatedOne());
    }

    [Fact]
    public async Task Fifty_moments_of_one_account_wait_behind_each_other_and_those_of_others_do_not()
    {
        long last = await FillAsync(50);
        var held = new HeldDatabase(_file.Database) { Holds = () => Asker.Value == "greedy" };
        await using Moments moments = await ReadAsync(held, new() { MomentsPerAccount = 2, Moments = 3 });
        Task<PastFigures>[] greedy = [.. Enumerable.Range(0, 50).Select(i => Ask(moments, last - i, "greedy"))];
        await UntilAsync(() => held.Waiting == 2);
        foreach (string other in (string[])["leader", "officer"])
        {
            Assert.Equal(last, (await Ask(moments, last, other, Day.AddDays(1)).WaitAsync(TimeSpan.FromSeconds(20), Cancel)).Now.Sequence);
        }

        Assert.DoesNotContain(greedy, asked => asked.IsCompleted);
        held.LetGo();
        Assert.Equal(Enumerable.Range(0, 50).Select(i => last - i), (await Task.WhenAll(greedy)).Select(past => past.Now.Sequence));
        Assert.Equal(2, held.MostWaiting);
    }

    [Fact]
    public async Task Of_many_accounts_no_more_are_served_at_once_than_the_machine_can_serve()
    {
        long last = await FillAsync(6);
        var held = new HeldDatabase(_file.Database) { Holds = () => Asker.Value is not null };
        await using Moments moments = await ReadAsync(held, new() { MomentsPerAccount = 2, Moments = 3 });
        Task<PastFigures>[] all = [.. Enumerable.Range(0, 6).Select(i => Ask(moments, last - i, $"account {i}"))];
        await UntilAsync(() => held.Waiting == 3);
        held.LetGo();
        Assert.Equal(6, (await Task.WhenAll(all)).Length);
        Assert.Equal(3, held.MostWaiting);
    }

    [Fact]
    public async Task What_nobody_waits_for_any_more_when_its_turn_comes_is_not_made()
    {
        long last = await FillAsync(3);
        int read = 0;
        var held = new HeldDatabase(_file.Database) { Holds = () => Asker.Value == "first" || (Asker.Value == "left" && Interlocked.Increment(ref read) < 0) };
        await using Moments moments = await ReadAsync(held, new() { MomentsPerAccount = 1, Moments = 1 });
        Task<PastFigures> first = Ask(moments, last, "first");
        await UntilAsync(() => held.Waiting == 1);
        using var leaving = new CancellationTokenSource();
        Task<PastFigures> left = Ask(moments, last - 1, "left", cancellationToken: leaving.Token), stays = Ask(moments, last - 2, "stays");
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        held.LetGo();
        Assert.Equal(last, (await first).Now.Sequence);
        Assert.Equal(last - 2, (await stays).Now.Sequence);
        Assert.Equal(0, read);
        Assert.Equal(last - 1, (await Ask(moments, last - 1, "left")).Now.Sequence);
        Assert.NotEqual(0, read);
    }

    private static DateOnly Day => SampleDatabase.Today;

    private static Task<PastFigures> Ask(Moments moments, long sequence, string asker, DateOnly? day = null, CancellationToken? cancellationToken = null)
    {
        Asker.Value = asker;
        Task<PastFigures> asked = moments.AtAsync(sequence, day ?? Day, asker, cancellationToken ?? Cancel);
        Asker.Value = null;
        return asked;
    }

    private static async Task<Moments> ReadAsync(HeldDatabase held, Limits limits)
    {
        var moments = new Moments(new LogReader(held), Calendar, limits: limits);
        while (await moments.ReadOnAsync(Cancel))
        {
        }

        return moments;
    }

    private static Task UntilAsync(Func<bool> condition) => Task.Run(() => Assert.True(SpinWait.SpinUntil(condition, TimeSpan.FromSeconds(20))), Cancel);

    /// <summary>Number of the last entry, with so many before it that change a figure.</summary>
    private async Task<long> FillAsync(int entries)
    {
        await _file.SeedProvinceAsync(Cancel);
        for (int value = 0; value < entries; value++)
        {
            await _file.StateOneAsync(value + 1, Cancel);
        }

        return await _file.Log.LastSequenceAsync(Cancel);
    }
}
