using Dashboard.Screens;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Screens;

public sealed class MissedCodesTests
{
    private readonly HandClock _clock = new();
    private readonly MissedCodes _missed;

    public MissedCodesTests() => _missed = new MissedCodes(_clock);

    [Fact]
    public void An_account_has_to_wait_after_ten_wherever_it_sits()
    {
        for (int i = 0; i < MissedCodes.MostOfAccount; i++)
        {
            Assert.False(_missed.MustWait("a", "10.0.0.9"));
            _missed.Note("a", $"10.0.0.{i}");
        }

        Assert.True(_missed.MustWait("a", "10.0.0.9"));
        Assert.False(_missed.MustWait("b", "10.0.0.9"));
        _clock.Pass(MissedCodes.Window);
        Assert.False(_missed.MustWait("a", "10.0.0.9"));
    }

    [Fact]
    public void An_address_has_to_wait_after_forty_whoever_sits_there()
    {
        for (int i = 0; i < MissedCodes.MostOfAddress; i++)
        {
            Assert.False(_missed.MustWait("z", "10.0.0.1"));
            _missed.Note($"account {i}", "10.0.0.1");
        }

        Assert.True(_missed.MustWait("z", "10.0.0.1"));
        Assert.False(_missed.MustWait("z", "10.0.0.2"));
    }
}
