using CsCheck;
using Dashboard.Domain;
using Dashboard.Domain.Periods;

namespace Dashboard.Tests.Periods;

public sealed class PeriodTests
{
    private static readonly Gen<DateOnly> Day = Gen.Int[new DateOnly(1990, 1, 1).DayNumber, new DateOnly(2040, 12, 31).DayNumber].Select(DateOnly.FromDayNumber);

    private static readonly Gen<Period> AnyPeriod = Gen.OneOf(
        Gen.Select(Day, Day).Select((a, b) => a <= b ? new Period(a, b) : new Period(b, a)),
        Gen.Int[1990, 2040].Select(Period.Year),
        Gen.Int[1990, 2040].Select(Period.NineMonths),
        Gen.Select(Gen.Int[1990, 2040], Gen.Int[1, 2]).Select(Period.Half),
        Gen.Select(Gen.Int[1990, 2040], Gen.Int[1, 4]).Select(Period.Quarter),
        Gen.Select(Gen.Int[1990, 2040], Gen.Int[1, 12]).Select(Period.Month));

    [Theory]
    [InlineData("2026", "2026-01-01", "2026-12-31", PeriodKind.Year)]
    [InlineData("2026-H2", "2026-07-01", "2026-12-31", PeriodKind.Half)]
    [InlineData("2016-9M", "2016-01-01", "2016-09-30", PeriodKind.NineMonths)]
    [InlineData("2026-Q3", "2026-07-01", "2026-09-30", PeriodKind.Quarter)]
    [InlineData("2024-02", "2024-02-01", "2024-02-29", PeriodKind.Month)]
    [InlineData("2016-01-01..2016-05-31", "2016-01-01", "2016-05-31", PeriodKind.Range)]
    public void A_notation_names_its_days_and_prints_back(string notation, string start, string end, PeriodKind kind)
    {
        Period period = Period.Parse(notation);
        Assert.Equal((DateOnly.Parse(start, null), DateOnly.Parse(end, null), kind), (period.Start, period.End, period.Kind));
        Assert.Equal(notation, period.ToString());
    }

    [Fact]
    public void The_nine_months_of_2016_given_as_days_print_as_9M() =>
        Assert.Equal("2016-9M", Period.Parse("2016-01-01..2016-09-30").ToString());

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("26")]
    [InlineData("2026-Q5")]
    [InlineData("2026-H3")]
    [InlineData("2026-13")]
    [InlineData("2026-00")]
    [InlineData("2026-1")]
    [InlineData("0000")]
    [InlineData("2026-9m")]
    [InlineData("2016-02-30..2016-05-31")]
    [InlineData("2016-05-31..2016-01-01")]
    [InlineData(" 2026")]
    [InlineData("٢٠٢٦")]
    public void What_is_no_notation_is_refused(string? text)
    {
        Assert.False(Period.TryParse(text, out _));
        Assert.Throws<FormatException>(() => Period.Parse(text!));
    }

    [Fact]
    public void A_period_that_ends_before_it_starts_is_refused() =>
        Assert.Equal("period.reversed", Assert.Throws<BrokenRuleException>(() => new Period(new(2026, 2, 1), new(2026, 1, 31))).Rule);

    [Fact]
    public void Every_period_reads_back_from_its_notation() =>
        AnyPeriod.Sample(p => Period.Parse(p.ToString()) == p, iter: 5_000);

    [Fact]
    public void Next_and_previous_undo_each_other() =>
        AnyPeriod.Where(p => p.Kind != PeriodKind.Range).Sample(p => p.Next().Previous() == p && p.Previous().Next() == p && p.Next().Kind == p.Kind, iter: 5_000);

    [Fact]
    public void A_range_steps_by_its_own_number_of_days() =>
        AnyPeriod.Where(p => p.Kind == PeriodKind.Range).Sample(
            p => p.Next().Start == p.End.AddDays(1) && p.Previous().End == p.Start.AddDays(-1) && p.Next().Days == p.Days && p.Previous().Days == p.Days, iter: 5_000);

    [Fact]
    public void The_standard_periods_that_contain_a_period_are_all_of_them_and_no_other() =>
        AnyPeriod.Sample(p => p.StandardContaining().ToHashSet().SetEquals(StandardOf(p.Start.Year).Where(s => s.Contains(p))), iter: 2_000);

    [Fact]
    public void Overlap_is_either_nesting_or_partial() =>
        Gen.Select(AnyPeriod, AnyPeriod).Sample((a, b) =>
            a.Overlaps(b) == (a.Contains(b) || b.Contains(a) || a.PartlyOverlaps(b)) && a.PartlyOverlaps(b) == b.PartlyOverlaps(a), iter: 5_000);

    [Theory]
    [InlineData("2026-Q1", "2025-Q4", "2026-Q2")]
    [InlineData("2026-H1", "2025-H2", "2026-H2")]
    [InlineData("2026-01", "2025-12", "2026-02")]
    [InlineData("2016-9M", "2015-9M", "2017-9M")]
    [InlineData("2026", "2025", "2027")]
    public void Stepping_keeps_the_kind(string period, string previous, string next)
    {
        Assert.Equal(previous, Period.Parse(period).Previous().ToString());
        Assert.Equal(next, Period.Parse(period).Next().ToString());
    }

    [Theory]
    [InlineData("2026-Q3", "2025-Q3")]
    [InlineData("2024-02", "2023-02")]
    [InlineData("2024-02-01..2024-02-29", "2023-02")]
    public void The_same_period_last_year(string period, string expected) =>
        Assert.Equal(expected, Period.Parse(period).SameLastYear().ToString());

    [Fact]
    public void The_year_to_date_of_a_quarter_runs_from_january() =>
        Assert.Equal("2026-9M", Period.Parse("2026-Q3").YearToDate().ToString());

    private static IEnumerable<Period> StandardOf(int year) =>
        Enumerable.Range(1, 12).Select(m => Period.Month(year, m))
            .Concat(Enumerable.Range(1, 4).Select(q => Period.Quarter(year, q)))
            .Concat([Period.Half(year, 1), Period.Half(year, 2), Period.NineMonths(year), Period.Year(year)]);
}
