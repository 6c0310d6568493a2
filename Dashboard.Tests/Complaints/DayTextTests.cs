using Dashboard.Complaints;
using Dashboard.Tests.Layout;

namespace Dashboard.Tests.Complaints;

public sealed class DayTextTests
{
    [Theory]
    [InlineData("22/11/2026")]
    [InlineData(" 22/11/2026 ")]
    [InlineData("22-11-2026")]
    [InlineData("22.11.2026")]
    [InlineData("22112026")]
    [InlineData("2026-11-22")]
    [InlineData("22 Nov 2026")]
    [InlineData("22 november 2026")]
    public void A_day_is_read_however_it_is_usual_to_write_it(string text) => Assert.True(DayText.TryRead(text, out DateOnly day) && day == new DateOnly(2026, 11, 22));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("30/02/2026")]
    [InlineData("11/22/2026")]
    [InlineData("22/11/26")]
    [InlineData("22/11/1926")]
    [InlineData("hôm nay")]
    public void What_is_no_day_is_not_guessed(string? text) => Assert.False(DayText.TryRead(text, out _));

    [Theory]
    [InlineData("vi-VN")]
    [InlineData("en")]
    public void What_is_written_in_a_field_can_be_read_again(string language)
    {
        using var reader = new InLanguage(language);
        Assert.True(DayText.TryRead(DayText.Of(new DateOnly(2026, 9, 1)), out DateOnly day) && day == new DateOnly(2026, 9, 1));
    }
}
