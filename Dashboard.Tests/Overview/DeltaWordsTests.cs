using System.Globalization;
using Dashboard.Layout;
using Dashboard.Overview;

namespace Dashboard.Tests.Overview;

public class DeltaWordsTests
{
    private static readonly Viewpoint Seen = new(DesignOverview.Model.Question, DesignOverview.Model.Head, DesignOverview.Model.Today, DesignOverview.Model.StockDay);

    public DeltaWordsTests() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi-VN");

    [Fact]
    public void A_small_base_speaks_of_a_count_and_not_of_a_percentage()
    {
        Assert.Null(DeltaWords.Of(new(5, 19), Betterment.Up, Seen).Relative);
        Assert.Equal("(+25,00%)", DeltaWords.Of(new(5, 20), Betterment.Up, Seen).Relative);
    }

    [Theory]
    [InlineData(5, "Up", "t-ok")]
    [InlineData(-5, "Up", "t-crit")]
    [InlineData(-5, "Down", "t-ok")]
    [InlineData(5, "Down", "t-crit")]
    [InlineData(5, "Neither", "t-warn")]
    [InlineData(-5, "Neither", null)]
    public void Colour_follows_what_is_better_and_never_the_sign(int difference, string better, string? tone) =>
        Assert.Equal(tone, DeltaWords.Of(new(difference, 100), Enum.Parse<Betterment>(better), Seen).Tone);

    [Fact]
    public void Less_is_written_with_a_minus_and_not_with_a_hyphen() => Assert.Equal("\u221212", DeltaWords.Of(new(-12, 87), Betterment.Down, Seen).Amount);

    [Fact]
    public void Without_a_base_no_change_is_shown() => Assert.Null(DeltaWords.Of(new(5, null), Betterment.Up, Seen).Amount);

    [Fact]
    public void Without_a_comparison_none_is_shown() =>
        Assert.Null(DeltaWords.Of(new(5, 100), Betterment.Up, Seen with { Question = Seen.Question with { Compare = Comparison.None } }).Amount);
}
