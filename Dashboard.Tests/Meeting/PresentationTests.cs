using Dashboard.Domain.Meetings;

namespace Dashboard.Tests.Meeting;

public sealed class PresentationTests
{
    private static readonly Presentation Three = new Presentation().With([new(SceneKind.Figures, 30), new(SceneKind.Progress, 40), new(SceneKind.Attention, 0)]);

    [Fact]
    public void It_goes_round_both_ways()
    {
        Assert.Equal(SceneKind.Progress, Three.Forward().Current.Scene);
        Assert.Equal(SceneKind.Attention, Three.Back().Current.Scene);
        Assert.Equal(SceneKind.Figures, Three.Back().Forward().Current.Scene);
        Assert.Equal(SceneKind.Figures, Three.Back().Next.Scene);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void A_scene_that_is_not_there_changes_nothing(int index) => Assert.Equal(Three.Forward(), Three.Forward().GoTo(index));

    [Fact]
    public void It_stays_as_long_as_its_agenda_says_and_for_good_when_it_is_stopped_or_one_is_looked_at()
    {
        Assert.Equal(TimeSpan.FromSeconds(30), Three.Stay);
        Assert.Null(Three.Pause(true).Stay);
        Assert.Null(Three.LookAt(7).Stay);
        Assert.Null(Three.GoTo(2).Stay);
        Assert.Equal(TimeSpan.FromSeconds(40), Three.LookAt(7).Forward().Stay);
    }

    [Fact]
    public void A_meeting_begins_with_the_first_scene_of_its_agenda() =>
        Assert.Equal((SceneKind.Decisions, 0), (Presentation.Of(MeetingRules.UsualAgenda(true, true)).Current.Scene, Presentation.Of(MeetingRules.UsualAgenda(true, true)).Index));

    [Fact]
    public void Another_agenda_keeps_the_scene_that_is_shown()
    {
        Presentation shorter = Three.Forward().With([new(SceneKind.Trend, 10), new(SceneKind.Progress, 20)]);
        Assert.Equal((SceneKind.Progress, 1), (shorter.Current.Scene, shorter.Index));
        Assert.Equal(0, Three.GoTo(2).With([new(SceneKind.Trend, 10)]).Index);
    }

    [Fact]
    public void It_goes_on_where_it_was_at_the_scenes_place_or_at_the_first_like_it()
    {
        Presentation back = Three.Resume(SceneKind.Progress, 1, true, 7);
        Assert.Equal((SceneKind.Progress, true, 7), (back.Current.Scene, back.IsPaused, back.Spotlight!.Value));
        Assert.Equal(2, Three.Resume(SceneKind.Attention, 0, false, null).Index);
        Assert.Equal((0, false), (Three.Resume(SceneKind.Trend, 9, false, null).Index, Three.Pause(true).Resume(SceneKind.Trend, 9, false, null).IsPaused));
        Presentation twice = Three.With([new(SceneKind.Trend, 10), new(SceneKind.Figures, 10), new(SceneKind.Trend, 20)]);
        Assert.Equal((2, 0), (twice.Resume(SceneKind.Trend, 2, false, null).Index, twice.Resume(SceneKind.Trend, 1, false, null).Index));
    }

    [Fact]
    public void Going_on_ends_looking_at_one() => Assert.Null(Three.LookAt(7).GoTo(1).Spotlight);
}
