using Dashboard.Returns;

namespace Dashboard.Tests.Returns;

public sealed class FigureTextTests
{
    [Theory]
    [InlineData("", null)]
    [InlineData("  ", null)]
    [InlineData("0", 0L)]
    [InlineData("1234", 1234L)]
    [InlineData("1.234", 1234L)]
    [InlineData("1,234,567", 1234567L)]
    [InlineData(" 12 345 ", 12345L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    public void A_whole_number_is_read_however_its_groups_are_written(string typed, long? value)
    {
        Assert.True(FigureText.TryRead(typed, out long? read));
        Assert.Equal(value, read);
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("1,23")]
    [InlineData("-5")]
    [InlineData("1.234,5")]
    [InlineData("1.234,567")]
    [InlineData("12a")]
    [InlineData("=1")]
    [InlineData("9223372036854775808")]
    [InlineData("١٢")]
    public void Anything_else_is_no_figure_and_never_another_one(string typed) => Assert.False(FigureText.TryRead(typed, out _), typed);
}
