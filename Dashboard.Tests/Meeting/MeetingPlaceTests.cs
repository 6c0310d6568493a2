using Dashboard.Domain.Meetings;
using Dashboard.Domain.Periods;
using Dashboard.Meeting;
using Dashboard.Tests.Browser;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Meeting;

/// <summary>A server that has forgotten where a meeting stood learns it from those who come back, and from nobody else.</summary>
public sealed class MeetingPlaceTests(WritableSite site) : IClassFixture<WritableSite>
{
    private DateTime Now => site.Get<TimeProvider>().GetUtcNow().UtcDateTime;

    [Fact]
    public async Task Who_comes_back_brings_a_meeting_back_to_where_it_was_for_all()
    {
        await using MeetingScreen fresh = await OpenAsync("HU-MAU-02", null, "leader");
        await fresh.UntilAsync(s => s.Shows("1/7"));
        Place place = PlaceOf("HU-MAU-02") with { Scene = SceneKind.Trend, Index = 2, IsPaused = true };
        await using MeetingScreen back = await OpenAsync("HU-MAU-02", Sealed(place));
        await Task.WhenAll(fresh.UntilAsync(s => s.Shows("3/7") && s.Shows("đang dừng")), back.UntilAsync(s => s.Shows("3/7") && s.Shows("đang dừng")));
        Assert.True(Room("HU-MAU-02").Stand.IsPaused);
    }

    [Fact]
    public async Task The_first_who_comes_back_is_shown_it_from_the_first_state_on_and_a_later_place_overtakes_an_earlier_one()
    {
        int below = site.App.Figures.Now.Hierarchy.On(SampleDatabase.Today).ChildrenOf(NumberOf("HU-MAU-03"))[0];
        Place place = PlaceOf("HU-MAU-03") with { Scene = SceneKind.Complaints, Index = 3 };
        await using MeetingScreen first = await OpenAsync("HU-MAU-03", Sealed(place));
        await first.UntilAsync(s => s.Version > 0);
        Assert.True(first.Shows("4/7"));
        await using MeetingScreen earlier = await OpenAsync("HU-MAU-03", Sealed(place with { At = place.At.AddMinutes(-1), Scene = SceneKind.Lapses, Index = 4 }));
        await earlier.UntilAsync(s => s.Version > 0);
        Assert.Equal(SceneKind.Complaints, Room("HU-MAU-03").Stand.Current.Scene);
        await using MeetingScreen later = await OpenAsync("HU-MAU-03", Sealed(place with { At = place.At.AddSeconds(1), Scene = SceneKind.Trend, Index = 2, Spotlight = below }));
        await first.UntilAsync(s => s.Shows("3/7"));
        Assert.Equal((SceneKind.Trend, below), (Room("HU-MAU-03").Stand.Current.Scene, Room("HU-MAU-03").Stand.Spotlight!.Value));
    }

    [Fact]
    public async Task What_somebody_leads_to_stays_whoever_comes_back()
    {
        await using MeetingScreen wall = await OpenAsync("HU-MAU-04", null, "leader");
        await wall.UntilAsync(s => s.Version > 0);
        await wall.AskAsync("""{"do":"go","at":1}""");
        await wall.UntilAsync(s => s.Shows("2/7"));
        await using MeetingScreen back = await OpenAsync("HU-MAU-04", Sealed(PlaceOf("HU-MAU-04") with { Scene = SceneKind.Trend, Index = 2 }));
        await back.UntilAsync(s => s.Version > 0);
        Assert.Equal(1, Room("HU-MAU-04").Stand.Index);
    }

    [Theory]
    [InlineData("HU-MAU-05", "of another committee")]
    [InlineData("HU-MAU-06", "of another meeting")]
    [InlineData("HU-MAU-07", "of yesterday")]
    [InlineData("HU-MAU-08", "forged")]
    public async Task A_place_that_is_not_this_meetings_leaves_it_at_its_beginning(string committee, string how)
    {
        Place place = PlaceOf(committee) with { Scene = SceneKind.Trend, Index = 2, IsPaused = true };
        string text = how switch
        {
            "of another committee" => Sealed(place with { Committee = NumberOf("TU-MAU") }),
            "of another meeting" => Sealed(place with { Meeting = 77 }),
            "of yesterday" => Sealed(place with { At = Now - PlaceSeal.Good - TimeSpan.FromMinutes(1) }),
            _ => Sealed(place)[..^4] + "AAAA",
        };
        await using MeetingScreen back = await OpenAsync(committee, text);
        await back.UntilAsync(s => s.Version > 0);
        Assert.Equal((0, false), (Room(committee).Stand.Index, Room(committee).Stand.IsPaused));
    }

    [Fact]
    public async Task What_is_sent_is_what_brings_it_back_and_is_sealed_anew_only_where_the_meeting_moves()
    {
        await using MeetingScreen wall = await OpenAsync("HU-MAU-01", null), remote = await MeetingScreen.OpenAsync(site.App, "leader", "/meeting/HU-MAU-01/remote/stream");
        await Task.WhenAll(wall.UntilAsync(s => s.Place is not null), remote.UntilAsync(s => s.Place is not null));
        string begun = wall.Place!;
        await remote.AskAsync("""{"do":"pause","at":1}""");
        await wall.UntilAsync(s => s.Place != begun);
        string paused = wall.Place!;
        await using (await Restating.ByAsync(site.App, "HU-MAU-01", "vetting.congress.own", Period.Quarter(2026, 3), +5))
        {
            int version = wall.Version;
            await wall.UntilAsync(s => s.Version > version);
            Assert.Equal(paused, wall.Place);
        }

        await remote.UntilAsync(s => s.Place == paused);
        Place told = site.Get<PlaceSeal>().Open(paused, NumberOf("HU-MAU-01"))!;
        Assert.Equal(PlaceOf("HU-MAU-01") with { At = told.At, IsPaused = true }, told);
    }

    private Task<MeetingScreen> OpenAsync(string committee, string? place, string account = "screen") =>
        MeetingScreen.OpenAsync(site.App, account, $"/meeting/{committee}/stream{(place is null ? "" : $"?place={Uri.EscapeDataString(place)}")}");

    private string Sealed(Place place) => site.Get<PlaceSeal>().Seal(place);

    private Place PlaceOf(string committee) => new(NumberOf(committee), 0, Now, SceneKind.Figures, 0, false, null);

    private int NumberOf(string committee) => site.App.Figures.Now.Hierarchy.NumberOf(committee);

    private MeetingRoom Room(string committee) => site.Get<MeetingRooms>().Find(NumberOf(committee))!;
}
