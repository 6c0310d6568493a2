using Dashboard.Data;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Complaints;
using Dashboard.Domain.Lapses;
using Dashboard.Live;
using Dashboard.Returns;
using Dashboard.Tests.Testing;
using Dashboard.Tree;

namespace Dashboard.Tests.CommitteeTrees;

public sealed class OverdueWorkTests(SampleDatabase sample) : IClassFixture<SampleDatabase>
{
    [Fact]
    public void Every_committee_has_what_is_overdue_at_it_and_below()
    {
        OverdueCounts counts = new OverdueWork(sample.Figures, sample.Calendar).Now();
        LiveState state = sample.Figures.Now;
        List<int> own =
        [
            .. state.Lapses.Values.Where(l => l.IsOverdueOn(SampleDatabase.Today)).Select(l => l.Committee),
            .. state.Complaints.Values.Where(c => c.IsOverdueOn(SampleDatabase.Today)).Select(c => c.Committee),
            .. OwedReturns.Of(state, _ => true, SampleDatabase.Today).Where(r => !r.IsIn && r.DueOn < SampleDatabase.Today).Select(r => r.Committee),
        ];
        var parents = state.Hierarchy.ParentsNow(SampleDatabase.Today);
        foreach (Committee committee in state.Hierarchy.Committees)
        {
            Assert.Equal(own.Count(one => Up(one, parents).Contains(committee.Number)), counts[committee.Number]);
        }

        Assert.True(counts[sample["TU-MAU"]] > 24);
        Assert.Equal(0, counts[-1]);
    }

    [Fact]
    public async Task Nothing_is_counted_again_until_something_of_it_changes()
    {
        var work = new OverdueWork(sample.Figures, sample.Calendar);
        OverdueCounts before = work.Now();
        int district = sample["HU-MAU-05"];
        Assert.Same(before, work.Now());
        var lapses = new LapseRegister(sample.Ledger);
        await lapses.RegisterAsync("officer", [new Lapse
        {
            Committee = district, Kind = LapseKind.Untrained, FoundOn = SampleDatabase.Today.AddDays(-40), FoundBy = LapseSource.SelfReport, RemedyDueOn = SampleDatabase.Today.AddDays(-3),
        }], cancellationToken: TestContext.Current.CancellationToken);
        await sample.Figures.CatchUpAsync(TestContext.Current.CancellationToken);
        OverdueCounts after = work.Now();
        Assert.Equal(before[district] + 1, after[district]);
        Assert.Equal(before[sample["TU-MAU"]] + 1, after[sample["TU-MAU"]]);
        Assert.Equal(before[sample["HU-MAU-06"]], after[sample["HU-MAU-06"]]);
    }

    private static IEnumerable<int> Up(int committee, IReadOnlyList<int> parents)
    {
        for (int node = committee; node >= 0; node = parents[node])
        {
            yield return node;
        }
    }
}
