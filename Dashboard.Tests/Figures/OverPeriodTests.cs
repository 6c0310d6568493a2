using CsCheck;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;

namespace Dashboard.Tests.Figures;

public sealed class OverPeriodTests
{
    private static readonly Period Review = new(new(2007, 1, 1), new(2023, 12, 14));

    [Fact]
    public void Thanh_Binh_vetted_1381_over_its_two_years()
    {
        Period years = Period.Parse("2020-01-01..2021-12-31");
        long total = new long[] { 62, 244, 57, 468, 188, 324, 38 }.Sum(v => OverPeriod.Of([Of(years, v)], years, OverTime.Sum)!.Value.Value);
        Assert.Equal(1_381, total);
    }

    [Fact]
    public void The_sixteen_years_of_the_enterprises_bloc_are_not_added_to_one_of_them()
    {
        Figure[] figures = [Of(Review, 6_081), Of(Period.Parse("2023-01-01..2023-12-14"), 544)];
        Assert.Equal(6_081, OverPeriod.Of(figures, Review, OverTime.Sum)!.Value.Value);
        Assert.Equal(544, OverPeriod.Of(figures, Period.Year(2023), OverTime.Sum)!.Value.Value);
        Assert.Equal(6_081, OverPeriod.Of(figures, Period.Parse("2000-01-01..2025-12-31"), OverTime.Sum)!.Value.Value);
        Assert.Null(OverPeriod.Of(figures, Period.Year(2022), OverTime.Sum));
    }

    [Fact]
    public void A_denominator_is_kept_with_its_value()
    {
        Amount amount = OverPeriod.Of([Of(Period.Year(2023), 4_290, 9_317)], Period.Year(2023), OverTime.Sum)!.Value;
        Assert.Equal((4_290, 9_317L, 46.04), (amount.Value, amount.OutOf, Math.Round(100.0 * amount.Value / amount.OutOf!.Value, 2)));
    }

    [Fact]
    public void A_stated_year_beats_its_quarters_which_add_up_where_it_is_missing()
    {
        Figure[] quarters = [Of(Period.Quarter(2026, 1), 10), Of(Period.Quarter(2026, 2), 20), Of(Period.Month(2026, 4), 7)];
        Assert.Equal(30, OverPeriod.Of(quarters, Period.Year(2026), OverTime.Sum)!.Value.Value);
        Assert.Equal(99, OverPeriod.Of([.. quarters, Of(Period.Year(2026), 99)], Period.Year(2026), OverTime.Sum)!.Value.Value);
        Assert.Equal(7, OverPeriod.Of(quarters, Period.Month(2026, 4), OverTime.Sum)!.Value.Value);
    }

    [Fact]
    public void Of_a_stock_the_latest_ending_counts()
    {
        Figure[] figures = [Of(Period.Quarter(2026, 2), 20), Of(Period.Quarter(2026, 1), 10)];
        Assert.Equal(20, OverPeriod.Of(figures, Period.Year(2026), OverTime.Last)!.Value.Value);
    }

    [Fact]
    public void Missing_is_not_zero()
    {
        Assert.Null(OverPeriod.Of([], Period.Year(2026), OverTime.Sum));
        Assert.Equal(0, OverPeriod.Of([Of(Period.Year(2026), 0)], Period.Year(2026), OverTime.Sum)!.Value.Value);
    }

    [Fact]
    public void A_sum_beyond_64_bits_is_an_error() =>
        Assert.Throws<OverflowException>(() => OverPeriod.Of([Of(Period.Quarter(2026, 1), long.MaxValue), Of(Period.Quarter(2026, 2), 1)], Period.Year(2026), OverTime.Sum));

    [Fact]
    public void What_counts_is_what_the_words_of_the_rule_select() =>
        Gen.Select(FigureTests.AnyNested, FigureTests.AnyPeriod).Sample(
            (figures, period) =>
            {
                Figure[] inside = [.. figures.Where(f => period.Contains(f.Period))];
                Figure? exact = inside.SingleOrDefault(f => f.Period == period);
                HashSet<Figure> naive = exact is not null ? [exact] : [.. inside.Where(f => !inside.Any(g => g != f && g.Period.Contains(f.Period)))];
                return naive.SetEquals(OverPeriod.Selected(figures, period))
                    && OverPeriod.Of(figures, period, OverTime.Sum)?.Value == (naive.Count == 0 ? null : naive.Sum(f => f.Value))
                    && OverPeriod.Of(figures, period, OverTime.Last)?.Value == naive.MaxBy(f => f.Period.End)?.Value;
            },
            iter: 5_000);

    [Fact]
    public void No_day_counts_twice() =>
        Gen.Select(FigureTests.AnyNested, FigureTests.AnyPeriod).Sample(
            (figures, period) => OverPeriod.Selected(figures, period) is var selected && selected.Zip(selected.Skip(1)).All(p => p.First.Period.End < p.Second.Period.Start),
            iter: 2_000);

    internal static Figure Of(Period period, long value, long? outOf = null) => new() { Committee = 0, Indicator = 0, Period = period, Value = value, OutOf = outOf };
}
