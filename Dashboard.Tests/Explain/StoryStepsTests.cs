using Dashboard.Charts;
using Dashboard.Committees;
using Dashboard.Explain;
using Dashboard.Layout;
using Dashboard.Live;
using Dashboard.Tests.Layout;

namespace Dashboard.Tests.Explain;

public sealed class StoryStepsTests : IDisposable
{
    private static readonly PageAddress Address = new PageAddress("TU-MAU", new DateOnly(2026, 11, 23)).OfProof("vetting.admission");

    private readonly InLanguage _language = new("vi-VN");

    [Fact]
    public void Each_bar_begins_where_the_one_before_ended()
    {
        List<WaterfallStep> steps = StorySteps.Of(Story(100, 30, -50, 7), Address, 12);
        Assert.Equal([(0, 100), (100, 130), (130, 80), (80, 87), (0, 87)], steps.Select(s => (s.From, s.To)));
        Assert.Equal(["100", "+30", "−50", "+7", "87"], steps.Select(s => s.Figure));
        Assert.Equal("/explain/HU-2?indicator=vetting.admission", steps[2].Href);
    }

    [Fact]
    public void Many_small_steps_are_one_bar_and_the_end_is_the_same()
    {
        List<WaterfallStep> steps = StorySteps.Of(Story(0, [.. Enumerable.Repeat(3L, 30)]), Address, 12);
        Assert.Equal(15, steps.Count);
        Assert.Equal("18 đơn vị khác", steps[^2].Label);
        Assert.Equal((36, 90), (steps[^2].From, steps[^2].To));
        Assert.Equal(90, steps[^1].To);
    }

    [Fact]
    public void Missing_at_the_start_is_said_as_missing() =>
        Assert.Equal("–", StorySteps.Of(new ChangeStory(new DateOnly(2026, 11, 1), null, 4, [new ChangeStep(new CommitteeLink("A", "A", null), true, 4)]), Address, 12)[0].Figure);

    public void Dispose() => _language.Dispose();

    private static ChangeStory Story(long start, params long[] differences) => new(
        new DateOnly(2026, 11, 1), start, start + differences.Sum(),
        differences.Select((d, i) => new ChangeStep(new CommitteeLink($"HU-{i + 1}", $"Huyện {i + 1}", null), false, d)).ToValueList());
}
