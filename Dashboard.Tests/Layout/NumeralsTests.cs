using Dashboard.Domain.Figures;
using Dashboard.Layout;

namespace Dashboard.Tests.Layout;

public sealed class NumeralsTests
{
    private static readonly DateTime Instant = new(2026, 11, 22, 1, 12, 0, DateTimeKind.Utc);

    [Fact]
    public void Vietnamese_groups_by_points_and_divides_by_a_comma()
    {
        using var language = new InLanguage("vi-VN");
        Assert.Equal(
            ["4.486", "0", "−12", "–", "46,04%", "93,9%", "–"],
            [Numerals.Whole(4486), Numerals.Whole(0), Numerals.Whole(-12), Numerals.Whole(null), Numerals.Percent(4290 / 9317.0), Numerals.Percent(0.9394, 1), Numerals.Percent(null)]);
    }

    [Fact]
    public void English_groups_by_commas_and_divides_by_a_point()
    {
        using var language = new InLanguage("en-GB");
        Assert.Equal(
            ["4,486", "−12", "46.04%", "1,381", "12:00 1 Jan 2026"],
            [Numerals.Whole(4486), Numerals.Whole(-12), Numerals.Percent(4290 / 9317.0), Numerals.Whole(1381), Numerals.Instant(new DateTime(2026, 1, 1, 5, 0, 0, DateTimeKind.Utc))]);
    }

    [Theory]
    [InlineData("vi-VN", "hơn\u00a01.700", "khoảng\u00a020", "1.700")]
    [InlineData("en-GB", "more than\u00a01,700", "about\u00a020", "1,700")]
    [InlineData("en-US", "more than\u00a01,700", "about\u00a020", "1,700")]
    public void An_inexact_figure_keeps_its_word(string language, string moreThan, string about, string exact)
    {
        using var reading = new InLanguage(language);
        Assert.Equal(
            [moreThan, about, exact, "–"],
            [Numerals.Figure(1700, Precision.MoreThan), Numerals.Figure(20, Precision.About), Numerals.Figure(1700, Precision.Exact), Numerals.Figure(null, Precision.MoreThan)]);
    }

    [Theory]
    [InlineData(340, "+340")]
    [InlineData(-1234, "−1.234")]
    [InlineData(0, "0")]
    public void A_difference_has_its_sign(long difference, string expected)
    {
        using var language = new InLanguage("vi-VN");
        Assert.Equal(expected, Numerals.Difference(difference));
    }

    [Fact]
    public void Relative_differences_and_points_have_their_sign_and_none_when_they_round_to_zero()
    {
        using var language = new InLanguage("vi-VN");
        Assert.Equal(
            ["+8,20%", "−13,79%", "0,0%", "0,0%", "+5,61", "−1,1", "0,00"],
            [Numerals.PercentDifference(0.082), Numerals.PercentDifference(-0.13793), Numerals.PercentDifference(-0.0004, 1), Numerals.PercentDifference(0.0004, 1),
             Numerals.Points(5.61), Numerals.Points(-1.1, 1), Numerals.Points(-0.001)]);
    }

    [Theory]
    [InlineData("vi-VN", "22/11/2026", "01/07 – 30/09/2026", "15/12/2025 – 14/01/2026", "01/07 – 30/09", "08:12 22/11/2026")]
    [InlineData("en-GB", "22 Nov 2026", "1 Jul – 30 Sep 2026", "15 Dec 2025 – 14 Jan 2026", "1 Jul – 30 Sep", "08:12 22 Nov 2026")]
    public void Days_and_times_read_as_in_Vietnam(string language, string day, string days, string acrossYears, string withinYear, string instant)
    {
        using var reading = new InLanguage(language);
        Assert.Equal(
            [day, days, acrossYears, withinYear, instant],
            [Numerals.Day(new(2026, 11, 22)), Numerals.Days(new(2026, 7, 1), new(2026, 9, 30)), Numerals.Days(new(2025, 12, 15), new(2026, 1, 14)),
             Numerals.DaysWithinYear(new(2026, 7, 1), new(2026, 9, 30)), Numerals.Instant(Instant)]);
    }

    [Fact]
    public void One_day_is_not_written_as_an_interval()
    {
        using var language = new InLanguage("vi-VN");
        Assert.Equal("22/11/2026", Numerals.Days(new(2026, 11, 22), new(2026, 11, 22)));
    }
}
