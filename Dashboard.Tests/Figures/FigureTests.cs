using CsCheck;
using Dashboard.Domain;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;
using static Dashboard.Tests.Figures.OverPeriodTests;

namespace Dashboard.Tests.Figures;

public sealed class FigureTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly Indicator Admission = new() { Code = "vetting.admission", Topic = "vetting", Name = "Kết nạp", NameEn = "Admission", Unit = "persons" };

    internal static readonly Gen<Period> AnyPeriod = Gen.OneOf(
        Gen.Int[2025, 2026].Select(Period.Year),
        Gen.Select(Gen.Int[2025, 2026], Gen.Int[1, 2]).Select(Period.Half),
        Gen.Int[2025, 2026].Select(Period.NineMonths),
        Gen.Select(Gen.Int[2025, 2026], Gen.Int[1, 4]).Select(Period.Quarter),
        Gen.Select(Gen.Int[2025, 2026], Gen.Int[1, 12]).Select(Period.Month),
        Gen.Select(Gen.Int[0, 700], Gen.Int[0, 700]).Select((a, b) => new Period(new DateOnly(2025, 1, 1).AddDays(Math.Min(a, b)), new DateOnly(2025, 1, 1).AddDays(Math.Max(a, b)))));

    private static readonly Gen<Figure[]> AnyFigures = Gen.Select(AnyPeriod, Gen.Long[0, 1_000]).Select((p, v) => Of(p, v)).Array[0, 12];

    /// <summary>Figures of which none partly overlaps another, in any order.</summary>
    internal static readonly Gen<Figure[]> AnyNested = AnyFigures.Select(figures =>
    {
        var kept = new List<Figure>();
        foreach (Figure figure in figures)
        {
            if (!kept.Any(k => k.Period == figure.Period || k.Period.PartlyOverlaps(figure.Period)))
            {
                kept.Add(figure);
            }
        }

        return kept.ToArray();
    });

    [Fact]
    public void A_period_that_crosses_another_is_refused_naming_the_figure_met()
    {
        BrokenRuleException refusal = Refused(Of(Period.Half(2026, 2), 5), Of(Period.NineMonths(2026), 188), Of(Period.Month(2026, 1), 3));
        Assert.Equal("figure.overlap", refusal.Rule);
        Assert.Equal([Admission.Code, Period.Half(2026, 2), Period.NineMonths(2026), 188L], refusal.Arguments);
        Assert.Contains("2026-9M", refusal.Message);
    }

    [Fact]
    public void Nested_and_equal_periods_are_taken() =>
        FigureRules.Check(Of(Period.Quarter(2026, 1), 5), Admission, [Of(Period.Year(2026), 9), Of(Period.Month(2026, 2), 3), Of(Period.Quarter(2026, 1), 4)], Today);

    [Theory]
    [InlineData(-1, null, "figure.negative")]
    [InlineData(1, -1L, "figure.negative")]
    [InlineData(11, 10L, "figure.outOf")]
    public void A_number_that_cannot_be_is_refused(long value, long? outOf, string rule) =>
        Assert.Equal(rule, Refused(Of(Period.Year(2026), value, outOf)).Rule);

    [Fact]
    public void A_retired_indicator_takes_no_new_figure_from_its_day_on()
    {
        Figure figure = Of(Period.Year(2026), 1);
        FigureRules.Check(figure, Admission with { RetiredOn = Today.AddDays(1) }, [], Today);
        Assert.Equal("indicator.retired", Assert.Throws<BrokenRuleException>(() => FigureRules.Check(figure, Admission with { RetiredOn = Today }, [], Today)).Rule);
    }

    [Fact]
    public void Every_fault_of_a_figure_is_listed() =>
        Assert.Equal(
            ["figure.outOf", "indicator.retired", "figure.overlap"],
            FigureRules.Faults(Of(Period.Half(2026, 2), 11, 10), Admission with { RetiredOn = Today }, [Of(Period.NineMonths(2026), 1)], Today).Select(f => f.Rule));

    [Fact]
    public void One_pass_finds_a_crossing_exactly_when_two_figures_cross() =>
        AnyFigures.Sample(
            figures =>
            {
                (Figure Figure, Figure Met)[] found = [.. FigureRules.PartlyOverlapping(figures)];
                bool any = figures.Any(f => figures.Any(g => f.Period.PartlyOverlaps(g.Period)));
                return (found.Length > 0) == any && found.All(p => p.Figure.Period.PartlyOverlaps(p.Met.Period));
            },
            iter: 5_000);

    [Fact]
    public void A_whole_is_exact_if_its_parts_are_and_more_than_if_its_inexact_parts_are() =>
        Gen.Enum<Precision>().Array[1, 8].Sample(
            parts =>
            {
                Precision[] inexact = [.. parts.Where(p => p != Precision.Exact)];
                Precision expected = inexact.Length == 0 ? Precision.Exact : inexact.All(p => p == Precision.MoreThan) ? Precision.MoreThan : Precision.About;
                return parts.Aggregate((a, b) => a.With(b)) == expected && parts.Reverse().Aggregate((a, b) => a.With(b)) == expected;
            },
            iter: 1_000);

    [Fact]
    public void A_whole_is_provisional_if_any_part_is()
    {
        Assert.Equal(Standing.Provisional, Standing.Revised.With(Standing.Provisional));
        Assert.Equal(Standing.Revised, Standing.Revised.With(Standing.Final));
        Assert.Equal(Standing.Final, Standing.Final.With(Standing.Final));
    }

    [Fact]
    public void A_denominator_that_a_part_does_not_give_is_missing_for_the_whole()
    {
        Amount with = Amount.Of(Of(Period.Year(2025), 1, 2));
        Assert.Equal(4, with.Plus(with).OutOf);
        Assert.Null(with.Plus(Amount.Of(Of(Period.Year(2026), 1))).OutOf);
    }

    private static BrokenRuleException Refused(Figure figure, params Figure[] others) =>
        Assert.Throws<BrokenRuleException>(() => FigureRules.Check(figure, Admission, others, Today));
}
