using Dashboard.Screens;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Screens;

public sealed class WaitingScreensTests
{
    private static readonly ScreenApproval Allowed = new("leader", "", "TU-MAU", "Wall", DateTime.MaxValue, "vi", "dark");

    private readonly HandClock _clock = new();
    private readonly WaitingScreens _waiting;

    public WaitingScreensTests() => _waiting = new WaitingScreens(_clock);

    [Fact]
    public void A_browser_keeps_its_code_until_it_ends_and_then_gets_another()
    {
        WaitingScreen first = Ask("a");
        _clock.Pass(WaitingScreens.Life - TimeSpan.FromSeconds(1));
        Assert.Equal(first.Code, Ask("a").Code);
        _clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Null(_waiting.Of("a"));
        Assert.Null(_waiting.Find(first.Code));
        Assert.NotEqual(first.Code, Ask("a").Code);
    }

    [Fact]
    public void What_was_allowed_is_given_once_and_to_the_browser_that_showed_the_code()
    {
        string code = Ask("a").Code;
        Ask("b");
        Assert.True(_waiting.Approve(code, Allowed));
        Assert.Null(_waiting.Take("b"));
        Assert.Null(_waiting.Take(code));
        Assert.Null(_waiting.Take(null));
        Assert.Equal(Allowed, _waiting.Take("a"));
        Assert.Null(_waiting.Take("a"));
        Assert.Null(_waiting.Of("a"));
    }

    [Fact]
    public void A_code_is_approved_once()
    {
        string code = Ask("a").Code;
        Assert.True(_waiting.Approve(code, Allowed));
        Assert.Null(_waiting.Find(code));
        Assert.False(_waiting.Approve(code, Allowed with { Account = "reviewer" }));
        Assert.Equal("leader", _waiting.Take("a")!.Account);
    }

    [Fact]
    public void What_was_allowed_ends_with_its_code()
    {
        Assert.True(_waiting.Approve(Ask("a").Code, Allowed));
        _clock.Pass(WaitingScreens.Life);
        Assert.Null(_waiting.Take("a"));
    }

    [Fact]
    public void Nobody_fills_the_list_of_those_who_wait()
    {
        WaitingScreen?[] asked = [.. Enumerable.Range(0, 100).Select(i => _waiting.Ask($"one {i}", "", "10.0.0.1"))];
        Assert.Equal(60, asked.Count(w => w is not null));
        Assert.NotNull(_waiting.Ask("another", "", "10.0.0.2"));
        Assert.NotNull(_waiting.Ask("one 0", "", "10.0.0.1"));
        WaitingScreen?[] many = [.. Enumerable.Range(0, 3_000).Select(i => _waiting.Ask($"many {i}", "", $"10.1.{i / 256}.{i % 256}"))];
        Assert.Equal(2_000 - 61, many.Count(w => w is not null));
        _clock.Pass(WaitingScreens.Life);
        Assert.NotNull(_waiting.Ask("later", "", "10.0.0.1"));
    }

    [Fact]
    public void Whoever_has_many_addresses_of_one_network_counts_once()
    {
        WaitingScreen?[] asked = [.. Enumerable.Range(0, 100).Select(i => _waiting.Ask($"six {i}", "", $"2001:db8:0:1::{i:x}"))];
        Assert.Equal(60, asked.Count(w => w is not null));
        Assert.NotNull(_waiting.Ask("next", "", "2001:db8:0:2::1"));
        Assert.NotNull(_waiting.Ask("mapped", "", "::ffff:10.0.0.1"));
    }

    private WaitingScreen Ask(string secret) => _waiting.Ask(secret, "Chrome · Linux", "127.0.0.1") ?? throw new InvalidOperationException("No code was given.");
}
