using Dashboard.Domain.Figures;
using Dashboard.Domain.Returns;
using Dashboard.Returns;
using Dashboard.Tests.Layout;

namespace Dashboard.Tests.Returns;

public sealed class FigureTextTests
{
    [Theory]
    [InlineData("vi-VN", "1.234", 1234)]
    [InlineData("en-GB", "1,234", 1234)]
    [InlineData("vi-VN", "1234", 1234)]
    [InlineData("vi-VN", "1 234 567", 1234567)]
    [InlineData("vi-VN", " 0 ", 0)]
    [InlineData("vi-VN", "9.223.372.036.854.775.807", long.MaxValue)]
    public void Numbers_are_read_in_the_readers_notation(string language, string typed, long value)
    {
        using var reader = new InLanguage(language);
        Assert.True(FigureText.TryRead(typed, out TypedFigure figure, out _));
        Assert.Equal(new TypedFigure(value), figure);
    }

    [Theory]
    [InlineData("vi-VN", "1,234", FigureFault.NotWhole)]
    [InlineData("en-GB", "1.234", FigureFault.NotWhole)]
    [InlineData("vi-VN", "12.34", FigureFault.Grouping)]
    [InlineData("vi-VN", "1..234", FigureFault.Grouping)]
    [InlineData("vi-VN", "-5", FigureFault.Negative)]
    [InlineData("vi-VN", "−5", FigureFault.Negative)]
    [InlineData("vi-VN", "9.223.372.036.854.775.808", FigureFault.TooLarge)]
    [InlineData("vi-VN", "mười", FigureFault.NotANumber)]
    [InlineData("vi-VN", "=1+1", FigureFault.NotANumber)]
    [InlineData("vi-VN", "1/2/3", FigureFault.NotANumber)]
    [InlineData("vi-VN", "1/", FigureFault.NotANumber)]
    [InlineData("vi-VN", "hơn", FigureFault.NotANumber)]
    [InlineData("vi-VN", "١٢", FigureFault.NotANumber)]
    public void What_is_no_figure_says_why(string language, string typed, FigureFault fault)
    {
        using var reader = new InLanguage(language);
        Assert.False(FigureText.TryRead(typed, out _, out FigureFault why));
        Assert.Equal(fault, why);
        Assert.NotEmpty(ReturnTexts.Of(why));
    }

    [Theory]
    [InlineData("hơn 1.700", 1700, Precision.MoreThan)]
    [InlineData("> 12", 12, Precision.MoreThan)]
    [InlineData("khoảng 20", 20, Precision.About)]
    [InlineData("=20", 20, Precision.Exact)]
    public void The_word_before_a_number_says_how_exact_it_is(string typed, long value, Precision precision)
    {
        using var reader = new InLanguage("vi-VN");
        Assert.True(FigureText.TryRead(typed, out TypedFigure figure, out _));
        Assert.Equal((value, precision), (figure.Value!.Value, figure.Precision!.Value));
    }

    [Fact]
    public void Missing_zero_and_what_does_not_arise_are_three_things()
    {
        using var reader = new InLanguage("vi-VN");
        TypedFigure[] read = [.. new[] { "", "0", "k" }.Select(typed => FigureText.TryRead(typed, out TypedFigure figure, out _) ? figure : throw new FormatException(typed))];
        Assert.Equal([new TypedFigure(null), new TypedFigure(0), new TypedFigure(null, IsNotApplicable: true)], read);
    }

    [Theory]
    [InlineData("vi-VN")]
    [InlineData("en-GB")]
    public void What_is_written_is_read_as_the_same(string language)
    {
        using var reader = new InLanguage(language);
        ReturnLine line = new() { Indicator = "x", Value = 1034, OutOf = 1036 };
        foreach (ReturnLine one in new[] { line, line with { OutOf = null }, line with { Value = 0, OutOf = null }, line with { Value = null, OutOf = null }, new ReturnLine { Indicator = "x", IsNotApplicable = true } })
        {
            Assert.True(FigureText.TryRead(FigureText.Write(one), out TypedFigure figure, out _));
            Assert.Equal((one.Value, one.OutOf, one.IsNotApplicable), (figure.Value, figure.OutOf, figure.IsNotApplicable));
        }
    }
}
