using Dashboard.Data;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;
using Dashboard.Explain;
using Dashboard.Live;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Explain;

public sealed class ChangeReaderTests(DayAfterSite site) : IClassFixture<DayAfterSite>
{
    private static readonly Period Quarter = Period.Parse("2026-Q3");

    [Fact]
    public async Task The_start_and_the_steps_add_up_to_the_end_and_the_log_tells_who_and_why()
    {
        ProofQuestion question = Ask("TU-MAU", "vetting.planning");
        long before = site.Get<ProofReader>().Read(question).Total.Value!.Value;
        await AddAsync("CB-MAU-0101", 7, null);
        await AddAsync("HU-MAU-02", 5, "nhập thiếu");
        await AddAsync("HU-MAU-02", -2, "nhập thừa");
        await site.Get<LiveFigures>().CatchUpAsync(Cancelled);

        ChangeStory story = await site.Get<ChangeReader>().ReadAsync(question, DayAfterSite.Today, Cancelled);
        Assert.Equal((before, before + 10), (story.Start!.Value, story.End!.Value));
        Assert.Equal(10, story.Steps.Sum(s => s.Difference));
        Assert.Equal([7, 3], story.Steps.Select(s => s.Difference));

        EvidencePage page = await site.Get<EvidenceReader>().PageAsync(question, DayAfterSite.Today, null, Cancelled);
        Assert.Equal(["nhập thừa", "nhập thiếu", null], page.Entries.Select(e => e.Reason));
        Assert.Equal(page.Entries[1].After, page.Entries[0].Before);
        Assert.All(page.Entries, e => Assert.NotEqual("officer", e.By));
        Assert.False(page.HasOlder);
    }

    [Fact]
    public async Task A_day_after_all_changes_has_none_and_other_periods_do_not_count()
    {
        ProofQuestion question = Ask("HU-MAU-03", "vetting.planning");
        ChangeStory story = await site.Get<ChangeReader>().ReadAsync(question, DayAfterSite.Today.AddDays(1), Cancelled);
        Assert.Empty(story.Steps);
        Assert.Equal(story.End, story.Start);
    }

    [Fact]
    public async Task Entries_are_leafed_through_without_a_gap()
    {
        ProofQuestion question = Ask("TU-MAU", "vetting.admission");
        var seen = new List<long>();
        long? before = null;
        for (int pages = 0; pages < 3; pages++)
        {
            EvidencePage page = await site.Get<EvidenceReader>().PageAsync(question, null, before, Cancelled);
            Assert.True(page.HasOlder);
            seen.AddRange(page.Entries.Select(e => e.Sequence));
            before = seen[^1];
        }

        Assert.Equal(3 * EvidenceReader.PageSize, seen.Distinct().Count());
        Assert.Equal(seen.OrderDescending(), seen);
    }

    [Theory]
    [InlineData("complaints.open", "2026-11")]
    [InlineData("complaints.received", "2026-Q4")]
    [InlineData("lapses.found", "2026")]
    [InlineData("lapses.overdue", "2026-11")]
    public async Task What_is_counted_changes_by_the_days_that_the_registers_state(string indicator, string period)
    {
        ProofQuestion question = Ask("TU-MAU", indicator) with { Period = Period.Parse(period) };
        var since = new DateOnly(2026, 11, 2);
        ChangeStory story = await site.Get<ChangeReader>().ReadAsync(question, since, Cancelled);
        LiveState state = site.Get<LiveFigures>().Now;
        HashSet<int> below = [.. state.Hierarchy.On(DayAfterSite.Today).SubtreeOf(question.Committee)];
        DateOnly eve = since.AddDays(-1);
        long expected = indicator switch
        {
            "complaints.open" => state.Complaints.Values.Count(c => below.Contains(c.Committee) && c.IsOpenOn(eve)),
            "complaints.received" => state.Complaints.Values.Count(c => below.Contains(c.Committee) && c.ReceivedOn <= eve && question.Period.Contains(c.ReceivedOn)),
            "lapses.found" => state.Lapses.Values.Count(l => below.Contains(l.Committee) && l.FoundOn <= eve && question.Period.Contains(l.FoundOn)),
            _ => state.Lapses.Values.Count(l => below.Contains(l.Committee) && l.IsOverdueOn(eve)),
        };
        Assert.Equal(story.End ?? 0, (story.Start ?? 0) + story.Steps.Sum(s => s.Difference));
        Assert.Equal(expected, story.Start ?? 0);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private ProofQuestion Ask(string code, string indicator)
    {
        LiveState state = site.Get<LiveFigures>().Now;
        return new ProofQuestion(state.Hierarchy.NumberOf(code), Measured.Of(state.Indicators, indicator), Quarter, View.Now);
    }

    private async Task AddAsync(string code, long difference, string? reason)
    {
        LiveFigures live = site.Get<LiveFigures>();
        live.Now.Indicators.TryNumberOf("vetting.planning", out int indicator);
        int committee = live.Now.Hierarchy.TryNumberOf(code, out int number) ? number : live.Now.Hierarchy.On(DayAfterSite.Today).ChildrenOf(live.Now.Hierarchy.NumberOf("HU-MAU-01"))[0];
        await live.CatchUpAsync(Cancelled);
        long value = live.Read(cube => cube.Stated(committee, indicator, Quarter)?.Value ?? 0) + difference;
        await site.App.Ledger.StateAsync("officer", new Figure { Committee = committee, Indicator = indicator, Period = Quarter, Value = value, Standing = Standing.Provisional }, reason, Cancelled);
        await live.CatchUpAsync(Cancelled);
    }
}
