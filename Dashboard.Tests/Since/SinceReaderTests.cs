using System.Collections.Immutable;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;
using Dashboard.Live;
using Dashboard.Since;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Since;

public sealed class SinceReaderTests(SampleDatabase sample) : IClassFixture<SampleDatabase>
{
    private static readonly Period Quarter = Period.Parse("2026-Q3");

    public static TheoryData<int, string> Trials => new() { { 1, "TU-MAU" }, { 2, "TU-MAU" }, { 3, "HU-MAU-01" }, { 4, "TW" }, { 5, "HU-MAU-02" }, { 6, "TU-MAU" } };

    [Theory]
    [MemberData(nameof(Trials))]
    public async Task What_is_told_is_what_both_moments_say_when_they_are_counted_anew(int seed, string code)
    {
        TwoMoments moments = await MomentsAsync();
        SinceMoment later = moments.Later(seed, 30, 400, Quarter);
        int top = sample[code];
        SinceModel model = new SinceReader(moments.From, later).Read(new SinceQuestion(top, Quarter), _ => true);
        Assert.Equal(Naive(moments.From, top, Quarter), Told(model, c => c.Start));
        Assert.Equal(Naive(later, top, Quarter), Told(model, c => c.End));
        Assert.All(model.Changes, AddsUp);
        Assert.Contains(model.Changes, c => c.Steps.Count > 1);
    }

    [Fact]
    public async Task What_a_reader_may_not_see_counts_at_neither_moment()
    {
        TwoMoments moments = await MomentsAsync();
        SinceMoment later = moments.Later(7, 30, 400, Quarter);
        ImmutableArray<int> parents = later.Figures.Now.Hierarchy.ParentsNow(later.Day);
        bool Sees(int committee) => committee % 3 != 0 || committee == sample["TU-MAU"];
        SinceModel model = new SinceReader(moments.From, later).Read(new SinceQuestion(sample["TU-MAU"], Quarter), Sees);
        Assert.Equal(
            later.Figures.Now.Complaints.Values.Count(c => Sees(c.Committee) && IsBelow(c.Committee, sample["TU-MAU"], parents) && c.IsOpenOn(later.Day)), model.Of(SinceCodes.ComplaintsOpen).End);
        Assert.All(model.Changes, AddsUp);
        Assert.All(model.Changes.SelectMany(c => c.Committees), row => Assert.True(Sees(later.Figures.Now.Hierarchy.NumberOf(row.Committee.Code))));
    }

    [Fact]
    public async Task A_moment_and_itself_have_nothing_between_them()
    {
        TwoMoments moments = await MomentsAsync();
        SinceModel model = new SinceReader(moments.From, moments.From).Read(new SinceQuestion(sample["TU-MAU"], Quarter), _ => true);
        Assert.All(model.Changes, c => Assert.False(c.HasMoved));
        Assert.Equal(new SinceDeadlines(0, 0, 0), model.Deadlines);
        Assert.True(model.Changes.Count > 8);
    }

    [Fact]
    public async Task Before_the_log_began_registers_are_compared_by_the_days_they_state()
    {
        var nothing = new SinceMoment(new PastFigures(new FigureColumns(CubeTrees.Of(Dashboard.Domain.Committees.Hierarchy.Empty, new(2026, 8, 15)), [], _ => [], []), new LiveState(), new(2026, 8, 15), () => new StatedPeriods()), default);
        SinceMoment now = new(sample.Figures, default);
        SinceModel model = new SinceReader(nothing, now).Read(new SinceQuestion(sample["TU-MAU"], Quarter), _ => true);
        ImmutableArray<int> parents = sample.Figures.Now.Hierarchy.ParentsNow(SampleDatabase.Today);
        bool Of(int committee) => IsBelow(committee, sample["TU-MAU"], parents);
        SinceChange open = model.Of(null);
        Assert.True(model.Span.IsBeforeLog);
        Assert.Equal(sample.Figures.Now.Complaints.Values.Count(c => Of(c.Committee) && c.IsOpenOn(new(2026, 8, 15))), open.Start);
        Assert.Equal(sample.Figures.Now.Complaints.Values.Count(c => Of(c.Committee) && c.IsOpenOn(SampleDatabase.Today)), open.End);
        Assert.Equal([SinceCodes.ComplaintsOpen, SinceCodes.ComplaintsOverdue, SinceCodes.LapsesOpen, SinceCodes.LapsesOverdue], model.Changes.Select(c => c.Code));
        SinceScene scene = SinceScene.Of(model);
        Assert.Equal([SinceCodes.LapsesOpen, SinceCodes.ComplaintsOverdue], scene.Others.Select(o => o.Code));
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Deadlines_that_passed_in_between_are_counted()
    {
        TwoMoments moments = await MomentsAsync();
        SinceMoment later = moments.Later(8, 30, 200, Quarter);
        SinceModel model = new SinceReader(moments.From, later).Read(new SinceQuestion(sample["TU-MAU"], Quarter), _ => true);
        LiveState state = later.Figures.Now;
        ImmutableArray<int> parents = state.Hierarchy.ParentsNow(later.Day);
        Assert.Equal(
            state.Complaints.Values.Count(c => IsBelow(c.Committee, sample["TU-MAU"], parents) && c.DueOn >= moments.From.Day && c.DueOn < later.Day && c.IsOpenOn(c.DueOn.AddDays(1))), model.Deadlines.Complaints);
        Assert.True(model.Deadlines.Complaints > 0);
    }

    private static void AddsUp(SinceChange change)
    {
        Assert.Equal(change.End ?? 0, (change.Start ?? 0) + change.Steps.Sum(s => s.Amount));
        Assert.Equal(change.Difference, change.Branches.Sum(b => b.Difference));
        Assert.Equal(change.Difference, change.Committees.Sum(b => b.Difference));
        Assert.All(change.Branches.Concat(change.Committees), row => Assert.Equal(row.End, row.Start + row.Steps.Sum(s => s.Amount)));
        Assert.All(change.Branches, row => Assert.True(row.Start >= 0 && row.End >= 0));
    }

    private static SortedDictionary<string, long?> Told(SinceModel model, Func<SinceChange, long?> value) =>
        new(model.Changes.Where(c => c.Topic is "complaints" or "lapses" or "vetting" or "returns").Select(c => KeyValuePair.Create(c.Code, c.Code == SinceCodes.Returns ? value(c) ?? 0 : value(c))).Where(c => c.Value is not null).ToDictionary());

    private static SortedDictionary<string, long?> Naive(SinceMoment at, int top, Period period)
    {
        LiveState state = at.Figures.Now;
        ImmutableArray<int> parents = state.Hierarchy.ParentsNow(at.Day);
        bool Of(int committee) => IsBelow(committee, top, parents);
        long? Sum(IEnumerable<int> indicators) => indicators
            .Select(i => at.Figures.Read(cube => cube.Total(View.Now, top, i, period).Value)).Aggregate((long?)null, (sum, next) => next is null ? sum : (sum ?? 0) + next);
        var told = new SortedDictionary<string, long?>
        {
            [SinceCodes.ComplaintsOpen] = state.Complaints.Values.Count(c => Of(c.Committee) && c.IsOpenOn(at.Day)),
            [SinceCodes.ComplaintsOverdue] = state.Complaints.Values.Count(c => Of(c.Committee) && c.IsOverdueOn(at.Day)),
            [SinceCodes.LapsesOpen] = state.Lapses.Values.Count(l => Of(l.Committee) && l.IsOpenOn(at.Day)),
            [SinceCodes.LapsesOverdue] = state.Lapses.Values.Count(l => Of(l.Committee) && l.IsOverdueOn(at.Day)),
            [SinceCodes.Returns] = state.Returns.Where(r => period.Contains(r.Key.Period)).SelectMany(r => r.Value.Values).Count(r => Of(r.Committee) && r.IsIn),
        };
        if (Sum(state.Indicators.OfTopic("vetting")) is { } total)
        {
            told[SinceCodes.Vetted] = total;
        }

        foreach (int indicator in state.Indicators.OfTopic("vetting"))
        {
            if (Sum([indicator]) is { } sum)
            {
                told[state.Indicators[indicator].Code] = sum;
            }
        }

        return told;
    }

    private static bool IsBelow(int committee, int top, ImmutableArray<int> parents)
    {
        int node = committee;
        while (node >= 0 && node != top)
        {
            node = parents[node];
        }

        return node == top;
    }

    private async Task<TwoMoments> MomentsAsync()
    {
        (LiveState state, List<FigureChange> figures) = await new StateLoader(sample.Database).LoadAsync(TestContext.Current.CancellationToken);
        return new TwoMoments(state, figures, SampleDatabase.Today);
    }
}
