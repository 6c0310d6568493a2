using CsCheck;
using Dashboard.Screens;

namespace Dashboard.Tests.Screens;

public sealed class ScreenCodeTests
{
    [Fact]
    public void A_code_is_read_as_it_is_shown_in_either_case() => Gen.Int.Sample(
        _ =>
        {
            string code = ScreenCode.New();
            return code.Length == ScreenCode.Length && code.All("CDFGHJKMNPQRTVWX34679".Contains)
                && ScreenCode.Read(ScreenCode.Shown(code)) == code && ScreenCode.Read($" {code.ToLowerInvariant().Insert(2, "-")} ") == code;
        },
        iter: 1_000);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("CDF34")]
    [InlineData("CDF3467")]
    [InlineData("CDF30O")]
    [InlineData("ABCDEF")]
    [InlineData("C\u00D0F346")]
    public void What_cannot_be_a_code_is_none(string? typed) => Assert.Null(ScreenCode.Read(typed));

    [Fact]
    public void A_long_text_is_not_looked_at() => Assert.Null(ScreenCode.Read(new string(' ', 10_000) + "CDF346"));

    [Fact]
    public void Codes_hardly_ever_repeat() => Assert.InRange(Enumerable.Range(0, 2_000).Select(_ => ScreenCode.New()).Distinct().Count(), 1_998, 2_000);
}
