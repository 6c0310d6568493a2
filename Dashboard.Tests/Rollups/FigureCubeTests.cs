using Dashboard.Domain;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;

namespace Dashboard.Tests.Rollups;

public sealed class FigureCubeTests
{
    private const int Province = 0;
    private const int North = 1;
    private const int South = 2;
    private const int Cell = 3;
    private const int Vetted = 0;
    private const int Members = 1;

    private static readonly DateOnly Merger = new(2025, 7, 1);
    private static readonly Period Q1 = Period.Quarter(2025, 1);
    private static readonly Period Q2 = Period.Quarter(2025, 2);
    private static readonly Period Q3 = Period.Quarter(2025, 3);
    private static readonly Period Year = Period.Year(2025);

    private readonly FigureCube _cube = new(Trees([-1, Province, Province, North]), [OverTime.Sum, OverTime.Last]);
    private long _sequence;

    [Fact]
    public void What_nobody_reported_is_missing_and_not_zero()
    {
        Assert.Equal(new Rollup(null, null, Precision.Exact, 0, 0, 0), Total(Province, Q1));
        State(Cell, Q1, 0);
        Assert.Equal((0L, 1), (Total(Province, Q1).Value, Total(Province, Q1).Reported));
        Assert.Null(Total(South, Q1).Value);
        Withdraw(Cell, Q1);
        Assert.Null(Total(Province, Q1).Value);
    }

    [Fact]
    public void A_change_reaches_every_committee_above_and_no_other()
    {
        State(Cell, Q1, 7);
        State(North, Q1, 2);
        State(Cell, Q1, 10);
        Assert.Equal([12L, 12L, null, 10L], Everybody(Vetted, Q1));
    }

    [Fact]
    public void A_stated_year_beats_its_quarters_for_the_committee_that_stated_it_only()
    {
        State(Cell, Q1, 1);
        State(Cell, Q2, 2);
        State(South, Q1, 100);
        Assert.Equal(103, Total(Province, Year).Value);
        State(Cell, Year, 50);
        Assert.Equal(150, Total(Province, Year).Value);
        Assert.Equal((101L, 3L), (Total(Province, Q1).Value, Total(North, Period.Half(2025, 1)).Value));
        Withdraw(Cell, Year);
        Assert.Equal(103, Total(Province, Year).Value);
    }

    [Fact]
    public void A_stated_period_of_many_years_beats_what_is_inside_it()
    {
        State(North, Year, 544);
        State(North, Period.Parse("2007-01-01..2025-12-31"), 6_081);
        Assert.Equal(6_081, Total(Province, Period.Parse("2007-01-01..2025-12-31")).Value);
        Assert.Equal(544, Total(Province, Year).Value);
    }

    [Fact]
    public void A_stock_takes_the_latest_of_each_committee()
    {
        State(Cell, Q1, 30, indicator: Members);
        State(Cell, Q2, 33, indicator: Members);
        State(South, Q1, 5, indicator: Members);
        Assert.Equal(38, Total(Province, Year, Members).Value);
        Assert.Equal(35, Total(Province, Q1, Members).Value);
        Assert.Equal(2, Total(Province, Year, Members).Reported);
    }

    [Fact]
    public void The_stock_of_a_merged_committee_is_not_counted_twice()
    {
        State(South, Q2, 40, indicator: Members);
        State(North, Q3, 100, indicator: Members);
        _cube.Restructure(SouthMergedIntoNorth());
        Assert.Equal([100L, 100L], new[] { View.Then, View.Now }.Select(view => _cube.Total(view, Province, Members, Year).Value));
        Assert.Equal(40, Total(Province, Q2, Members).Value);
    }

    [Fact]
    public void Figures_of_a_closed_committee_stand_under_its_successor_today_and_where_they_stood_then()
    {
        State(South, Q1, 5);
        State(Cell, Q1, 7);
        _cube.Restructure(SouthMergedIntoNorth());
        Assert.Equal([7L, 12L], new[] { View.Then, View.Now }.Select(view => _cube.Total(view, North, Vetted, Q1).Value));
        Assert.Equal([12L, 12L], new[] { View.Then, View.Now }.Select(view => _cube.Total(view, Province, Vetted, Q1).Value));
    }

    [Fact]
    public void A_year_in_which_a_committee_moved_adds_each_quarter_where_it_stood()
    {
        State(Cell, Q1, 1);
        State(Cell, Q3, 10);
        _cube.Restructure(new Trees(day => day < Merger ? [-1, Province, Province, North] : [-1, Province, Province, South], [-1, Province, Province, South]));
        Assert.Equal((1L, 10L), (Total(North, Year).Value, Total(South, Year).Value));
        Assert.Equal((0, 1), (Total(North, Year).Reported, Total(South, Year).Reported));
        Assert.Equal(11, _cube.Total(View.Now, South, Vetted, Year).Value);
    }

    [Theory]
    [InlineData(Precision.Exact, Precision.Exact, Precision.Exact)]
    [InlineData(Precision.Exact, Precision.MoreThan, Precision.MoreThan)]
    [InlineData(Precision.MoreThan, Precision.MoreThan, Precision.MoreThan)]
    [InlineData(Precision.MoreThan, Precision.About, Precision.About)]
    public void A_rollup_is_as_precise_as_its_parts(Precision one, Precision other, Precision both)
    {
        State(Cell, Q1, 1, precision: one);
        State(South, Q1, 1, precision: other);
        Assert.Equal(both, Total(Province, Q1).Precision);
    }

    [Fact]
    public void A_denominator_is_there_only_if_every_part_states_one()
    {
        State(Cell, Q1, 1_034, outOf: 1_036);
        State(South, Q1, 4_290, outOf: 9_317);
        Assert.Equal(10_353, Total(Province, Q1).OutOf);
        State(North, Q1, 1);
        Assert.Null(Total(Province, Q1).OutOf);
        Assert.Equal(9_317, Total(South, Q1).OutOf);
    }

    [Fact]
    public void The_provisional_part_is_known()
    {
        State(Cell, Q1, 5, standing: Standing.Provisional);
        State(South, Q1, 6, standing: Standing.Revised);
        Assert.Equal((11L, 5L), (Total(Province, Q1).Value, Total(Province, Q1).Provisional));
        State(Cell, Q1, 5, standing: Standing.Final);
        Assert.Equal(0, Total(Province, Q1).Provisional);
    }

    [Fact]
    public void A_total_stands_as_the_least_settled_of_its_parts_be_it_a_zero()
    {
        State(South, Q1, 6);
        Assert.Equal(Standing.Final, Total(Province, Q1).Standing);
        State(South, Q1, 6, standing: Standing.Revised);
        Assert.Equal(Standing.Revised, Total(Province, Q1).Standing);
        State(Cell, Q1, 0, standing: Standing.Provisional);
        Assert.Equal((Standing.Provisional, Standing.Revised), (Total(Province, Q1).Standing, Total(South, Q1).Standing));
        State(Cell, Q1, 0);
        Assert.Equal(Standing.Revised, Total(Province, Q1).Standing);
    }

    [Fact]
    public void Coverage_counts_who_was_due_and_not_who_reported_freely()
    {
        _cube.SetDue("quarterly", Q1, [Vetted], [North, South]);
        Assert.Equal((0, 2), Coverage(Province));
        State(South, Q1, 1);
        Assert.Equal((1, 2), Coverage(Province));
        State(Cell, Q1, 1);
        Assert.Equal([(1, 2), (0, 1), (1, 1)], new[] { Province, North, Cell }.Select(committee => Coverage(committee)));
        _cube.SetDue("quarterly", Q1, [Vetted], [South]);
        Assert.Equal([(1, 1), (1, 1)], new[] { Province, North }.Select(committee => Coverage(committee)));
    }

    [Fact]
    public void A_stock_is_due_only_from_committees_open_on_the_last_day()
    {
        _cube.SetDue("quarterly", Q1, [Vetted, Members], [North, South]);
        State(South, Q1, 40, indicator: Members);
        Assert.Equal((1, 2), Coverage(Province, Members));
        _cube.Restructure(SouthMergedIntoNorth());
        Assert.Equal([(0, 1), (0, 2)], new[] { Members, Vetted }.Select(indicator => Coverage(Province, indicator)));
        _cube.Restructure(Trees([-1, Province, Province, North]));
        Assert.Equal((1, 2), Coverage(Province, Members));
    }

    [Fact]
    public void Hearing_a_change_twice_or_late_does_nothing()
    {
        var late = new FigureChange(Cell, Vetted, Q1, Figure(Cell, Q1, 1), 4);
        Assert.True(_cube.Apply(new FigureChange(Cell, Vetted, Q1, Figure(Cell, Q1, 2), 5)));
        Assert.False(_cube.Apply(late));
        _cube.Know(9);
        Assert.False(_cube.Apply(late with { Sequence = 9 }));
        Assert.Equal(2, Total(Province, Q1).Value);
    }

    [Fact]
    public void A_sum_that_passes_64_bits_is_refused_and_nothing_changes()
    {
        State(Cell, Q1, long.MaxValue - 10);
        Assert.Equal("figure.overflow", Assert.Throws<BrokenRuleException>(() => State(South, Q2, 11)).Rule);
        FigureChange[] batch = [Change(South, Q1, 3), Change(North, Q1, 3), Change(South, Q2, 5)];
        Assert.Equal("figure.overflow", Assert.Throws<BrokenRuleException>(() => _cube.Apply(batch)).Rule);
        Assert.Equal("figure.overflow", Assert.Throws<BrokenRuleException>(() => _cube.EnsureFits(batch)).Rule);
        Assert.Equal([long.MaxValue - 10, long.MaxValue - 10, null, long.MaxValue - 10], Everybody(Vetted, Year));
        State(South, Q2, 10);
        Assert.Equal(long.MaxValue, Total(Province, Year).Value);
    }

    [Fact]
    public void Who_reads_outside_the_scope_is_refused()
    {
        State(South, Q1, 5);
        var scope = new ReadScope(North);
        Assert.Null(_cube.Total(View.Now, Cell, Vetted, Q1, scope).Value);
        Assert.Equal("scope.outside", Assert.Throws<BrokenRuleException>(() => _cube.Total(View.Now, South, Vetted, Q1, scope)).Rule);
        Assert.Throws<BrokenRuleException>(() => _cube.Total(View.Then, Province, Vetted, Q1, scope));
        _cube.Restructure(SouthMergedIntoNorth());
        Assert.Equal(5, _cube.Total(View.Now, South, Vetted, Q1, scope).Value);
    }

    [Fact]
    public void A_tree_with_a_cycle_is_refused_and_nothing_changes()
    {
        State(Cell, Q1, 5);
        Assert.Equal("structure.cycle", Assert.Throws<BrokenRuleException>(() => _cube.Restructure(Trees([-1, Cell, Province, North]))).Rule);
        Assert.Equal([5L, 5L, null, 5L], Everybody(Vetted, Q1));
    }

    [Fact]
    public void A_negative_figure_is_refused() =>
        Assert.Equal("figure.negative", Assert.Throws<BrokenRuleException>(() => State(Cell, Q1, -1)).Rule);

    [Fact]
    public void The_largest_come_first_and_the_missing_not_at_all()
    {
        State(North, Q1, 0);
        State(Cell, Q1, 9);
        int[] largest = new int[4];
        int count = _cube.Rank(View.Now, Vetted, Q1, [Province, North, South, Cell], largest);
        Assert.Equal([Province, North, Cell], largest[..count]);
        Assert.Equal(1, _cube.Rank(View.Now, Vetted, Q1, [Cell, South], largest));
    }

    [Fact]
    public void All_figures_of_a_committee_are_listed_by_period()
    {
        State(Cell, Q2, 2);
        State(Cell, Year, 3, outOf: 4, precision: Precision.About);
        Assert.Equal(
            [Figure(Cell, Year, 3) with { OutOf = 4, Precision = Precision.About }, Figure(Cell, Q2, 2)],
            _cube.Read(reader => reader.Stated(Cell, Vetted)));
    }

    [Fact]
    public void A_series_and_rows_hold_the_same_numbers_as_single_reads()
    {
        State(Cell, Q1, 1);
        State(South, Q2, 2);
        Period[] periods = [.. Enumerable.Range(1, 12).Select(month => Period.Month(2025, month)), .. Enumerable.Range(2000, 20).Select(Period.Year), Q1, Q2, Year];
        var series = new Rollup[periods.Length];
        _cube.Series(View.Now, Province, Vetted, periods, series);
        Assert.Equal(periods.Select(period => _cube.Total(View.Now, Province, Vetted, period)), series);
        var rows = new Rollup[4];
        _cube.Rows(View.Now, [North, South], Q1, rows);
        Assert.Equal([Total(North, Q1), Total(North, Q1, Members), Total(South, Q1), Total(South, Q1, Members)], rows);
    }

    private static Trees Trees(int[] parents) => new(_ => [.. parents], [.. parents]);

    private static Trees SouthMergedIntoNorth() => new(
        _ => [-1, Province, Province, North],
        [-1, Province, North, North],
        [.. Enumerable.Repeat(DateOnly.MinValue, 4)],
        [DateOnly.MaxValue, DateOnly.MaxValue, Merger.AddDays(-1), DateOnly.MaxValue]);

    private static Figure Figure(int committee, Period period, long value) =>
        new() { Committee = committee, Indicator = Vetted, Period = period, Value = value };

    private Rollup Total(int committee, Period period, int indicator = Vetted) => _cube.Total(View.Then, committee, indicator, period);

    private long?[] Everybody(int indicator, Period period) => [.. Enumerable.Range(0, 4).Select(committee => Total(committee, period, indicator).Value)];

    private (int Reported, int Expected) Coverage(int committee, int indicator = Vetted) =>
        (Total(committee, Year, indicator).Reported, Total(committee, Year, indicator).Expected);

    private FigureChange Change(int committee, Period period, long value) =>
        new(committee, Vetted, period, Figure(committee, period, value), ++_sequence);

    private void State(
        int committee, Period period, long value, long? outOf = null, Precision precision = Precision.Exact, Standing standing = Standing.Final, int indicator = Vetted) =>
        _cube.Apply(new FigureChange(
            committee,
            indicator,
            period,
            Figure(committee, period, value) with { Indicator = indicator, OutOf = outOf, Precision = precision, Standing = standing },
            ++_sequence));

    private void Withdraw(int committee, Period period) => _cube.Apply(new FigureChange(committee, Vetted, period, null, ++_sequence));
}
