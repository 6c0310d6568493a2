using Dashboard.Data;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;
using Dashboard.Figures;
using Dashboard.Layout;
using Dashboard.Tests.Layout;
using Dashboard.Tests.Testing;

namespace Dashboard.Tests.FiguresTab;

public sealed class PivotBoardTests(SampleDatabase sample) : IClassFixture<SampleDatabase>
{
    private static readonly Period Quarter = Period.Quarter(2026, 3);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private PivotBoard Board => new(sample.Figures);

    [Fact]
    public void Every_cell_is_the_rollup_of_its_committee_indicator_and_period_in_either_structure()
    {
        foreach (StructureView view in Enum.GetValues<StructureView>())
        {
            Pivot pivot = Read("TU-MAU", Quarter, view);
            Assert.Equal(8, pivot.Columns.Count);
            Assert.Equal(Period.Quarter(2024, 4), pivot.Columns[0].Period);
            PivotRow[] rows = [.. pivot.Rows.Where(row => row.Kind == PivotRowKind.Indicator)];
            Assert.True(rows.Length > 15);
            foreach (PivotRow row in rows)
            {
                for (int at = 0; at < 8; at++)
                {
                    Period period = pivot.Columns[at].Period;
                    Rollup rollup = sample.Figures.Read(view == StructureView.Then ? View.Then : View.Now, sample["TU-MAU"], row.Indicator!.Number, period);
                    Rollup before = sample.Figures.Read(view == StructureView.Then ? View.Then : View.Now, sample["TU-MAU"], row.Indicator.Number, period.SameLastYear());
                    PivotCell cell = row.Cells[at];
                    Assert.Equal(
                        (rollup.Value, rollup.OutOf, rollup.Precision, rollup.Standing, rollup.Reported, rollup.Expected, before.Value),
                        (cell.Value, cell.OutOf, cell.Precision, cell.Standing, cell.Reported, cell.Expected, cell.Base));
                }
            }
        }
    }

    [Fact]
    public void The_published_total_of_thanh_binh_is_1381_and_a_range_stands_alone()
    {
        Pivot pivot = Read("HU-THANHBINH", Period.Parse("2020-01-01..2021-12-31"), StructureView.Then);
        Assert.Single(pivot.Columns);
        PivotRow total = Row(pivot, "vetting");
        Assert.Equal((1_381, null), (total.Current.Value, total.Current.Base));
        Assert.Equal([62, 244, 57, 468, 188, 324, 38], pivot.Groups[0].Rows.Where(row => row.IsPart).Select(row => row.Current.Value));
        Assert.Equal(["1", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7"], pivot.Groups[0].Rows.Select(row => row.Number));
    }

    [Theory]
    [InlineData("paperwork.incoming", "4.290/9.317 = 46,04%")]
    [InlineData("paperwork.outgoing", "1.054/1.709 = 61,67%")]
    [InlineData("transfer.organisations", "1.034/1.036 = 99,81%")]
    [InlineData("transfer.members", "hơn\u00a053.000")]
    [InlineData("paperwork.issued", "1.738")]
    public void The_bloc_of_enterprises_says_what_its_report_says(string row, string said)
    {
        using var vietnamese = new InLanguage("vi-VN");
        Assert.Equal(said, Said(Row(Read("DUK-DNTW", Period.Year(2023)), row)));
    }

    [Fact]
    public void Sixteen_years_are_not_the_years_in_them_added_to_them() =>
        Assert.Equal(6_081, Row(Read("DUK-DNTW", Period.Parse("2007-01-01..2023-12-14")), "vetting.cadre").Current.Value);

    [Fact]
    public void Binh_thuans_requests_stand_under_its_successor_today_and_with_itself_at_the_time()
    {
        using var vietnamese = new InLanguage("vi-VN");
        Period nine = Period.NineMonths(2016);
        Assert.Equal("hơn\u00a01.700", Said(Row(Read("TU-BINHTHUAN", nine, StructureView.Then), "verification.requests.sent")));
        Assert.Equal("hơn\u00a01.700", Said(Row(Read("TU-LAMDONG", nine), "verification.requests.sent")));
        Assert.Empty(Read("TU-LAMDONG", nine, StructureView.Then).Groups);
    }

    [Fact]
    public void What_nobody_reported_is_missing_and_a_stated_nothing_is_zero()
    {
        using var vietnamese = new InLanguage("vi-VN");
        PivotRow row = Row(Read("DUK-DNTW", Period.Year(2023)), "vetting.cadre");
        Assert.Equal(("–", "544"), (CellWords.For(row, row.Cells[0], PivotMode.Numbers).Text, Said(row)));
        Assert.Equal("0", CellWords.For(row, new PivotCell { Value = 0, Standing = Standing.Final }, PivotMode.Numbers).Text);
    }

    [Fact]
    public void Coverage_counts_the_committees_whose_returns_are_in()
    {
        Pivot pivot = Read("TU-MAU", Quarter);
        (int handedIn, int owing) = (pivot.Current.In, pivot.Current.Owing);
        var returns = new Dashboard.Overview.OverviewBoard(sample.Figures)
            .Read(new Dashboard.Overview.OverviewQuestion(sample["TU-MAU"], Quarter, Comparison.Year, StructureView.Now)).Returns.Counts;
        Assert.Equal((returns.In, returns.Owed), (handedIn, owing));
        Assert.InRange(handedIn, 1, owing - 1);
        Assert.All(Read("DUK-DNTW", Period.Year(2023)).Columns, column => Assert.Equal(0, column.Owing));
    }

    [Fact]
    public void The_plan_is_that_of_all_below_and_progress_is_since_january()
    {
        Pivot pivot = Read("TU-MAU", Quarter);
        long plan = PlanOf(2026);
        Assert.Equal(plan, Row(pivot, "vetting|plan").Current.Value);
        long done = new[] { 1, 2, 3 }.Sum(quarter => Row(Read("TU-MAU", Period.Quarter(2026, quarter)), "vetting").Current.Value!.Value);
        Assert.Equal((double)done / plan, Row(pivot, "vetting|progress").Current.Share!.Value, 12);
    }

    [Fact]
    public void In_the_year_of_a_merger_no_part_of_the_plan_is_lost_in_todays_structure()
    {
        long plan = PlanOf(2025);
        Assert.Equal(plan, Row(Read("TU-MAU", Period.Year(2025), StructureView.Then), "vetting|plan").Current.Value);
        Assert.Equal(plan, Row(Read("TU-MAU", Period.Year(2025)), "vetting|plan").Current.Value);
    }

    [Fact]
    public void A_merger_is_marked_between_the_periods_it_lies_between()
    {
        PivotBreak merged = Assert.Single(Read("HU-MAU-06", Quarter).Breaks);
        Assert.Equal((new DateOnly(2025, 7, 1), 3, false), (merged.Day, merged.Column, merged.IsInside));
        Assert.Empty(Read("HU-MAU-01", Quarter).Breaks);
        Assert.True(Assert.Single(Read("HU-MAU-06", Period.Year(2025)).Breaks).IsInside);
    }

    [Theory]
    [InlineData("2026-09", 8, "2026-02")]
    [InlineData("2026-H1", 8, "2022-H2")]
    [InlineData("2016-9M", 8, "2009-9M")]
    [InlineData("0004", 2, "0003")]
    public void The_periods_before_are_of_the_same_kind_as_far_as_there_are_any(string last, int count, string first)
    {
        PivotPeriods periods = PivotPeriods.EndingWith(Period.Parse(last));
        Assert.Equal((count, Period.Parse(first)), (periods.Columns.Length, periods.Columns[0]));
    }

    [Fact]
    public async Task A_provisional_zero_makes_its_total_provisional_and_only_the_rows_it_is_in_are_others()
    {
        int committee = sample["HU-MAU-01"];
        Pivot before = Read("HU-MAU-01", Quarter);
        Assert.True(sample.Figures.Now.Indicators.TryNumberOf("secrecy.documents.top", out int indicator));
        await new FigureLedger(sample.Ledger).StateAsync("officer", new Figure { Committee = committee, Indicator = indicator, Period = Quarter, Value = 0, Standing = Standing.Provisional }, cancellationToken: Cancel);
        await sample.Figures.CatchUpAsync(Cancel);
        Pivot after = Read("HU-MAU-01", Quarter);
        Assert.Equal((0, Standing.Provisional), (Row(after, "secrecy.documents.top").Current.Value, Row(after, "secrecy.documents.top").Current.Standing));
        PivotRow[] kept = [.. before.Rows];
        Assert.All(after.Rows.Where(row => row.Key != "secrecy.documents.top"), row => Assert.Contains(kept, old => (old with { Number = row.Number }).Equals(row)));
        await new FigureLedger(sample.Ledger).WithdrawAsync("officer", committee, indicator, Quarter, cancellationToken: Cancel);
        await sample.Figures.CatchUpAsync(Cancel);
    }

    private long PlanOf(int year) => sample.Figures.Now.Plans.Where(p => p.Key.Year == year && sample.Figures.Now.Indicators[p.Key.Indicator].Topic == "vetting").Sum(p => p.Value);

    private Pivot Read(string code, Period last, StructureView view = StructureView.Now) => Board.Read(new PivotQuestion(sample[code], last, view));

    private static PivotRow Row(Pivot pivot, string key) => pivot.Rows.Single(row => row.Key == key);

    private static string Said(PivotRow row) => CellWords.For(row, row.Current, PivotMode.Numbers).Line;
}
