using Dashboard.Data;
using Dashboard.Live;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Live;

/// <summary>A long log is read before anybody asks for a moment, a short one is not.</summary>
public sealed class MomentsWarmUpTests(SampleDatabase sample) : IClassFixture<SampleDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_long_log_is_read_to_its_end_after_the_start()
    {
        var log = new LogReader(sample.Database);
        using var moments = new Moments(log, sample.Calendar);
        using var warmUp = new MomentsWarmUp(sample.Figures, moments, log, TestClock.Shared) { WorthIt = 1, AfterStart = TimeSpan.Zero };
        await warmUp.StartAsync(Cancel);
        await warmUp.ExecuteTask!.WaitAsync(Cancel);
        Assert.Equal(await log.LastSequenceAsync(Cancel), moments.ReadTo);
    }

    [Fact]
    public async Task A_short_log_is_left_until_somebody_asks()
    {
        var log = new LogReader(sample.Database);
        using var moments = new Moments(log, sample.Calendar);
        using var warmUp = new MomentsWarmUp(sample.Figures, moments, log, TestClock.Shared) { WorthIt = long.MaxValue };
        await warmUp.StartAsync(Cancel);
        await warmUp.ExecuteTask!.WaitAsync(Cancel);
        Assert.Equal(0, moments.ReadTo);
    }
}
