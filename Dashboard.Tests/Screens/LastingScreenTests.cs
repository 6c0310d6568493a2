using System.Net;
using Dashboard.Access;
using Dashboard.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dashboard.Tests.Screens;

/// <summary>A screen in daily use is linked once.</summary>
public sealed class LastingScreenTests : IAsyncLifetime
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private readonly HandClock _clock = new();
    private readonly WritableSite _site;

    public LastingScreenTests() => _site = new WritableSite(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_clock)));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_screen_that_is_used_goes_on_past_its_term_until_somebody_ends_it()
    {
        using var screen = new ScreenTrial(_site);
        await screen.LinkAsync("leader", "TU-MAU", term: "month");
        for (int week = 0; week < 60; week++)
        {
            _clock.Pass(Week);
            Assert.Equal((week, HttpStatusCode.NoContent), (week, await screen.StatusAsync("/screen/here")));
            await HasLeftAsync(screen, LastUse.Lasting / 2);
        }

        Assert.True(screen.Linked("leader").Single().IsLasting);
        using SignedInClient leader = await SignedInClient.CreateAsync(_site.App.Address, "leader");
        await leader.PostAsync("/screens", "/screens/end", [new("id", screen.Linked("leader").Single().Id)]);
        Assert.Equal("/screen", await screen.LeadsToAsync("/meeting/TU-MAU"));
    }

    [Theory]
    [InlineData("month", 31)]
    [InlineData("today", 1)]
    public async Task One_that_nobody_turns_on_ends_and_one_for_the_day_ends_with_it(string term, int days)
    {
        using var screen = new ScreenTrial(_site);
        await screen.LinkAsync("leader", "TU-MAU", term: term);
        Assert.Equal(HttpStatusCode.NoContent, await screen.StatusAsync("/screen/here"));
        _clock.Pass(TimeSpan.FromDays(days));
        Assert.Equal("/screen", await screen.LeadsToAsync("/meeting/TU-MAU"));
        Assert.Empty(screen.Linked("leader"));
    }

    // Prolonged behind the answer.
    private async Task HasLeftAsync(ScreenTrial screen, TimeSpan least)
    {
        for (int left = 500; screen.Linked("leader").Single().EndsAt - _clock.GetUtcNow().UtcDateTime < least; left--)
        {
            Assert.True(left > 0, "The screen was not prolonged.");
            await Task.Delay(20, Cancelled);
        }
    }
}
