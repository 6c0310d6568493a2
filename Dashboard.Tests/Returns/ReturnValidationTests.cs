using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;

namespace Dashboard.Tests.Returns;

public sealed class ReturnValidationTests
{
    private static readonly DateOnly Today = new(2026, 10, 10);
    private static readonly Period Quarter = Period.Quarter(2026, 3);
    private static readonly Indicator Vetted = new() { Code = "vetting.admission", Topic = "vetting", Name = "Kết nạp", NameEn = "Admission", Unit = "persons" };

    [Fact]
    public void A_plain_line_is_found_nothing_wrong_with() => Assert.Empty(Rules(Line(12)));

    [Fact]
    public void Errors_stop_submission_whatever_is_noted()
    {
        Assert.Equal(["figure.required"], Rules(Line(null) with { IsRequired = true, Note = "chưa có" }));
        Assert.Equal(["figure.negative"], Rules(Line(-1)));
        Assert.Equal(["figure.outOf"], Rules(Line(11) with { OutOf = 10 }));
        Assert.Equal(["figure.overlap"], Rules(Line(11) with { Stated = [Of(new(new(2026, 8, 1), new(2026, 10, 31)), 5)] }));
        Assert.Equal(["indicator.retired"], Rules(Line(11) with { Indicator = Vetted with { RetiredOn = Today } }));
        Assert.False(ReturnValidation.MaySubmit(ReturnValidation.Findings(Quarter, [Line(-1) with { Note = "đúng" }], Today)));
    }

    [Fact]
    public void An_empty_field_that_is_not_asked_for_is_fine() => Assert.Empty(Rules(Line(null)));

    [Fact]
    public void A_value_outside_the_limits_of_the_last_eight_periods_asks_for_a_note()
    {
        Assert.Equal(["figure.unusual"], Rules(Line(60)));
        EnteredFigure grown = Line(60) with { Earlier = [10, 12, 11, 13, 58, 61, 59, 62, 60, 61, 59, 60] };
        Assert.Empty(Rules(grown));
    }

    [Fact]
    public void Zero_after_more_asks_for_a_note_even_where_limits_do_not_judge()
    {
        Assert.Equal(["figure.zeroAfterMore"], Rules(Line(0) with { Earlier = [3, null] }));
        Assert.Empty(Rules(Line(0) with { Earlier = [3, 0] }));
    }

    [Fact]
    public void A_year_that_is_not_the_sum_of_its_quarters_asks_for_a_note_from_either_side()
    {
        Figure[] quarters = [.. Enumerable.Range(1, 3).Select(q => Of(Period.Quarter(2026, q), 10))];
        EnteredFigure fourth = Line(10) with { Earlier = [], Stated = [.. quarters, Of(Period.Year(2026), 41)] };
        Finding finding = Assert.Single(ReturnValidation.Findings(Period.Quarter(2026, 4), [fourth], Today));
        Assert.Equal(("figure.notItsParts", false), (finding.Fault.Rule, finding.IsError));
        Assert.Equal([Vetted.Code, Period.Year(2026), 41L, 40L], finding.Fault.Arguments);
        Assert.Empty(ReturnValidation.Findings(Period.Quarter(2026, 4), [fourth with { Value = 11 }], Today));

        EnteredFigure year = Line(41) with { Earlier = [], Stated = [.. quarters, Of(Period.Quarter(2026, 4), 10)] };
        Assert.Equal("figure.notItsParts", Assert.Single(ReturnValidation.Findings(Period.Year(2026), [year], Today)).Fault.Rule);
        Assert.Empty(ReturnValidation.Findings(Period.Year(2026), [year with { Stated = quarters }], Today));
        Assert.Empty(ReturnValidation.Findings(Period.Year(2026), [year with { Indicator = Vetted with { OverTime = OverTime.Last } }], Today));
    }

    [Fact]
    public void A_note_settles_a_warning()
    {
        Assert.False(ReturnValidation.MaySubmit(ReturnValidation.Findings(Quarter, [Line(12), Line(60)], Today)));
        Assert.True(ReturnValidation.MaySubmit(ReturnValidation.Findings(Quarter, [Line(12), Line(60) with { Note = "Đại hội các cấp" }], Today)));
    }

    private static string[] Rules(EnteredFigure line) => [.. ReturnValidation.Findings(Quarter, [line], Today).Select(f => f.Fault.Rule)];

    private static EnteredFigure Line(long? value) => new() { Indicator = Vetted, Committee = 0, Value = value, Earlier = [10, 12, 11, 13, 12, 10, 11, 13] };

    private static Figure Of(Period period, long value) => new() { Committee = 0, Indicator = 0, Period = period, Value = value };
}
