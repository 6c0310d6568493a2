using Dashboard.Data;
using Dashboard.Domain.Complaints;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;
using Dashboard.Layout;
using Dashboard.Overview;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.Overview;

public sealed class OverviewBoardTests(SampleDatabase sample) : IClassFixture<SampleDatabase>
{
    private static readonly Period Quarter = Period.Parse("2026-Q3");

    [Fact]
    public void The_published_total_of_thanh_binh_is_1381_and_stands_under_dong_thap_today()
    {
        var term = Period.Parse("2020-01-01..2021-12-31");
        OverviewModel then = Read("HU-THANHBINH", term, StructureView.Then);
        Assert.Equal(1_381, then.Vetted.Amount.Value);
        Assert.Equal([306, 525, 188, 324, 38, null], then.Purposes.Select(p => p.Value));
        Assert.Equal(1_381, Read("TU-DONGTHAP", term, StructureView.Now).Vetted.Amount.Value);
        Assert.Contains("TU-DONGTHAP", then.Head.Successors.Select(s => s.Code));
    }

    [Fact]
    public void The_sample_province_has_fourteen_committees_below_it_that_add_up_to_it()
    {
        OverviewModel model = Read("TU-MAU", Quarter);
        Assert.Equal(14, model.Rows.Count);
        Assert.True(model.Head.IsSample);
        Assert.Equal(model.Vetted.Amount.Value, model.Rows.Sum(r => r.Vetted.Value));
        Assert.Equal(model.Vetted.Amount.Value, model.Purposes.Sum(p => p.Value));
        Assert.Equal(model.Lapses.Open, model.Rows.Sum(r => r.LapsesOpen));
        Assert.Equal(model.Complaints.Open, model.Rows.Sum(r => r.ComplaintsWithin + r.ComplaintsDueSoon + r.ComplaintsOverdue));
        Assert.Equal(model.Returns.Counts.Owed, model.Rows.Sum(r => r.Returns.Owed));
        Assert.Equal(model.Lapses.Open, model.Heat.Rows.Sum(r => r.Cells.Sum(c => c.Open)));
    }

    [Fact]
    public void The_cards_of_the_sample_province_tell_what_was_loaded()
    {
        OverviewModel model = Read("TU-MAU", Quarter);
        Assert.Equal((29, 6), (model.Complaints.Within, model.Complaints.Overdue));
        // One more once the test that registers it has run.
        Assert.InRange(model.Complaints.DueSoon, 7, 8);
        Assert.Equal(new ReturnCounts(149, 38, 5, 9, 11), model.Returns.Counts);
        Assert.Equal(new DateOnly(2026, 10, 15), model.Returns.DueOn);
        Assert.Equal((75, 18), (model.Lapses.Open, model.Lapses.Overdue));
        Assert.True(model.Vetted.Amount.Provisional > 0);
        Assert.Equal((187, 212), (model.Vetted.Amount.Reported, model.Vetted.Amount.Expected));
        Assert.NotNull(model.Vetted.YearPlan);
    }

    [Fact]
    public async Task A_committed_figure_is_told_to_the_pages_above_it_and_is_in_what_they_read()
    {
        OverviewModel before = Read("TU-MAU", Quarter);
        string unit = sample.Figures.Now.Hierarchy.Committees.First(c => c.Code.StartsWith("DU-MAU-01", StringComparison.Ordinal)).Code;
        sample.Figures.Now.Indicators.TryNumberOf("vetting.admission", out int admission);
        Figure? stated = sample.Figures.Read(cube => cube.Stated(sample[unit], admission, Quarter));
        long value = stated!.Value + 7;
        var told = new TaskCompletionSource();
        using IDisposable page = sample.Feed.Subscribe(sample["TU-MAU"], () => Task.FromResult(told.TrySetResult()));
        await new FigureLedger(sample.Ledger).StateAsync("officer", stated with { Value = value }, "test", TestContext.Current.CancellationToken);
        await told.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Equal(before.Vetted.Amount.Value + 7, Read("TU-MAU", Quarter).Vetted.Amount.Value);
        Assert.True(Read("TU-MAU", Quarter).Sequence > before.Sequence);
    }

    [Fact]
    public void The_merged_committees_stand_in_the_structure_of_the_time_and_are_carried_in_todays()
    {
        var before = Period.Parse("2025-Q1");
        OverviewModel then = Read("TU-MAU", before, StructureView.Then);
        OverviewModel now = Read("TU-MAU", before, StructureView.Now);
        Assert.Equal(then.Vetted.Amount.Value, now.Vetted.Amount.Value);
        Assert.Contains(then.Rows, r => r.IsClosed && r.Vetted.Value > 0);
        Assert.Equal(14, now.Rows.Count);
        Assert.Contains(now.Rows, r => r.Carries);
        Assert.True(now.Head.ViewsDiffer);
    }

    [Fact]
    public async Task A_new_complaint_moves_the_bands()
    {
        int before = Read("TU-MAU", Quarter.Next()).Complaints.DueSoon;
        int committee = sample["HU-MAU-03"];
        var told = new TaskCompletionSource();
        using IDisposable page = sample.Feed.Subscribe(committee, () => Task.FromResult(told.TrySetResult()));
        await new ComplaintRegister(sample.Ledger).RegisterAsync(
            "officer",
            [new Complaint { Committee = committee, Reference = "2026/9001", Kind = ComplaintKind.Petition, Category = sample.Figures.Now.Complaints.Values.First().Category, ReceivedOn = SampleDatabase.Today, DueOn = SampleDatabase.Today.AddDays(3) }],
            cancellationToken: TestContext.Current.CancellationToken);
        await told.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Equal(before + 1, Read("TU-MAU", Quarter.Next()).Complaints.DueSoon);

        // The other tests count the register as it was loaded.
        Complaint added = sample.Figures.Now.Complaints.Values.Single(c => c.Reference == "2026/9001");
        var toldAgain = new TaskCompletionSource();
        using IDisposable again = sample.Feed.Subscribe(committee, () => Task.FromResult(toldAgain.TrySetResult()));
        await new ComplaintRegister(sample.Ledger).ResolveAsync("officer", added.Id, SampleDatabase.Today, ComplaintOutcome.Withdrawn, cancellationToken: TestContext.Current.CancellationToken);
        await toldAgain.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Equal(before, Read("TU-MAU", Quarter.Next()).Complaints.DueSoon);
    }

    [Theory]
    [InlineData("TW", "2023")]
    [InlineData("HU-MAU-01", "2026-Q3")]
    [InlineData("HU-MAU-06", "2025-Q1")]
    public void What_a_committee_has_of_its_own_is_a_row_so_that_the_rows_add_up(string code, string period)
    {
        OverviewModel model = Read(code, Period.Parse(period));
        Assert.Equal(model.Vetted.Amount.Value, model.Rows.Sum(r => r.Vetted.Value));
        Assert.Equal(model.Returns.Counts.Owed, model.Rows.Sum(r => r.Returns.Owed));
        Assert.Contains(model.Rows, r => r.IsOwn);
    }

    [Theory]
    [InlineData("complaints.open", 42)]
    [InlineData("complaints.overdue", 6)]
    [InlineData("lapses.open", 75)]
    [InlineData("lapses.overdue", 18)]
    public void The_registers_are_counted_as_indicators_of_the_current_month(string indicator, long count)
    {
        sample.Figures.Now.Indicators.TryNumberOf(indicator, out int number);
        // Another test of this class adds a complaint.
        Assert.InRange(sample.Figures.Read(View.Now, sample["TU-MAU"], number, Period.Parse("2026-11")).Value!.Value, count, count + 1);
    }

    [Fact]
    public void What_was_open_and_what_came_less_what_was_resolved_is_what_is_open()
    {
        sample.Figures.Now.Indicators.TryNumberOf("complaints.open", out int open);
        sample.Figures.Now.Indicators.TryNumberOf("complaints.received", out int received);
        sample.Figures.Now.Indicators.TryNumberOf("complaints.resolved", out int resolved);
        foreach (int committee in sample.Figures.Now.Hierarchy.On(SampleDatabase.Today).SubtreeOf(sample["TU-MAU"]))
        {
            long Of(int indicator, Period period) => sample.Figures.Read(View.Now, committee, indicator, period).Value ?? 0;
            Assert.Equal(Of(open, Quarter.Previous()) + Of(received, Quarter) - Of(resolved, Quarter), Of(open, Quarter));
        }
    }

    private OverviewModel Read(string code, Period period, StructureView view = StructureView.Now) =>
        sample.Board.Read(new OverviewQuestion(sample[code], period, Comparison.Year, view));
}
