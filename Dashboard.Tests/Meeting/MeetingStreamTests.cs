using System.Net.WebSockets;
using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Domain.Meetings;
using Dashboard.Domain.Periods;
using Dashboard.Live;
using Dashboard.Meeting;
using Dashboard.Meetings;
using Dashboard.Tests.Browser;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Meeting;

/// <summary>Who is let into a meeting, what they are sent, and what they may ask.</summary>
public sealed class MeetingStreamTests(WritableSite site) : IClassFixture<WritableSite>
{
    private const string Wall = "/meeting/TU-MAU/stream", Remote = "/meeting/TU-MAU/remote/stream";

    private MeetingRooms Rooms => site.Get<MeetingRooms>();

    private int Number => site.App.Figures.Now.Hierarchy.NumberOf("TU-MAU");

    [Fact]
    public async Task All_who_watch_are_shown_a_change_by_the_same_bytes_in_each_language_once()
    {
        await using MeetingScreen one = await OpenAsync("screen"), two = await OpenAsync("leader");
        await Task.WhenAll(one.UntilAsync(s => s.Version > 0), two.UntilAsync(s => s.Version > 0));
        Rooms.Find(Number)!.Move(stand => stand.StayAt(SceneKind.Figures));
        await Task.WhenAll(one.UntilAsync(s => s.Shows("4.486")), two.UntilAsync(s => s.Shows("4.486")));
        await using (await Restating.ByAsync(site.App, "HU-MAU-01", "vetting.congress.own", Period.Quarter(2026, 3), +5))
        {
            await Task.WhenAll(one.UntilAsync(s => s.Shows("4.491")), two.UntilAsync(s => s.Shows("4.491")));
        }

        await one.UntilAsync(s => s.Shows("4.486"));
        await two.UntilAsync(s => s.Version == one.Version);
        Assert.Equal(one.Texts, two.Texts);
    }

    [Fact]
    public async Task A_remote_leads_and_a_screen_only_watches()
    {
        await using MeetingScreen wall = await OpenAsync("screen"), remote = await MeetingScreen.OpenAsync(site.App, "leader", Remote);
        await wall.UntilAsync(s => s.Version > 0);
        await remote.AskAsync("""{"do":"go","at":1}""");
        await wall.UntilAsync(s => s.Shows("2/"));
        await wall.AskAsync("""{"do":"go","at":3}""");
        await remote.AskAsync("""{"do":"pause","at":1}""");
        await wall.UntilAsync(s => s.Shows("đang dừng"));
        Assert.Equal(1, Rooms.Find(Number)!.Stand.Index);
        await remote.AskAsync("""{"do":"spotlight","committee":"HU-MAU-10"}""");
        await wall.UntilAsync(s => s.Shows("Đảng bộ huyện Vân Hải"));
        await remote.AskAsync("""{"do":"pause","at":0}""");
        await remote.AskAsync("""{"do":"next"}""");
        await wall.UntilAsync(s => s.Shows("3/"));
    }

    [Fact]
    public async Task A_remote_is_told_of_a_figure_too()
    {
        await using MeetingScreen remote = await MeetingScreen.OpenAsync(site.App, "leader", Remote);
        await remote.UntilAsync(s => s.Version > 0);
        Rooms.Find(Number)!.Move(stand => stand.StayAt(SceneKind.Figures));
        await remote.UntilAsync(s => s.Shows("4.486"));
        await using (await Restating.ByAsync(site.App, "HU-MAU-01", "vetting.congress.own", Period.Quarter(2026, 3), +6))
        {
            await remote.UntilAsync(s => s.Shows("4.492"));
        }

        await remote.UntilAsync(s => s.Shows("4.486"));
    }

    [Fact]
    public async Task A_frozen_meeting_keeps_its_figures_and_counts_what_comes()
    {
        await using MeetingScreen wall = await OpenAsync("screen"), remote = await MeetingScreen.OpenAsync(site.App, "leader", Remote);
        await wall.UntilAsync(s => s.Version > 0);
        Rooms.Find(Number)!.Move(stand => stand.StayAt(SceneKind.Figures).Pause(false));
        await remote.AskAsync("""{"do":"freeze"}""");
        await wall.UntilAsync(s => s.Shows("Số liệu chốt lúc"));
        await using (await Restating.ByAsync(site.App, "HU-MAU-01", "vetting.congress.own", Period.Quarter(2026, 3), +7))
        {
            await wall.UntilAsync(s => s.Shows("cập nhật sau khi chốt"));
            Assert.True(wall.Shows("4.486"));
            await remote.AskAsync("""{"do":"unfreeze"}""");
            await wall.UntilAsync(s => s.Shows("4.493"));
            Assert.False(wall.Shows("Số liệu chốt lúc"));
        }

        CommitteeMeeting meeting = site.App.Figures.Now.OpenMeeting(Number)!;
        await site.Get<MeetingDesk>().CloseAsync(SampleRights.Of("leader").ToPrincipal("test"), meeting.Id, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("officer", Wall)]
    [InlineData("screen", Remote)]
    [InlineData("leader", "/meeting/NOWHERE/stream")]
    public async Task Who_may_not_watch_is_let_in_nowhere(string account, string path) =>
        await Assert.ThrowsAsync<WebSocketException>(() => MeetingScreen.OpenAsync(site.App, account, path));

    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("null")]
    public async Task A_page_of_another_origin_is_let_in_nowhere(string origin) =>
        await Assert.ThrowsAsync<WebSocketException>(() => MeetingScreen.OpenAsync(site.App, "leader", Wall, origin));

    [Fact]
    public async Task Whose_right_ends_is_sent_away_at_once()
    {
        await site.PutAsync("visitor", new Grant(AccountRole.Viewer, "TU-MAU"));
        await using MeetingScreen wall = await OpenAsync("visitor");
        await wall.UntilAsync(s => s.Version > 0);
        await site.PutAsync("visitor", new Grant(AccountRole.Viewer, "HU-MAU-01"));
        await wall.UntilAsync(s => s.Closed is not null);
        Assert.Equal((WebSocketCloseStatus)4401, wall.Closed);
    }

    [Fact]
    public async Task Nobody_is_left_behind_by_many_who_come_and_go()
    {
        int feeding = site.Get<ChangeFeed>().SubscriberCount, rooms = Rooms.Count;
        for (int i = 0; i < 20; i++)
        {
            await using MeetingScreen wall = await MeetingScreen.OpenAsync(site.App, "leader", "/meeting/HU-MAU-03/stream");
            await wall.UntilAsync(s => s.Version > 0);
        }

        for (int i = 0; i < 200 && Rooms.Find(site.App.Figures.Now.Hierarchy.NumberOf("HU-MAU-03"))!.Count > 0; i++)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.Equal(0, Rooms.Find(site.App.Figures.Now.Hierarchy.NumberOf("HU-MAU-03"))!.Count);
        Assert.InRange(Rooms.Count, 0, rooms + 1);
        Assert.InRange(site.Get<ChangeFeed>().SubscriberCount, 0, feeding + 1);
    }

    private Task<MeetingScreen> OpenAsync(string account) => MeetingScreen.OpenAsync(site.App, account, Wall);
}
