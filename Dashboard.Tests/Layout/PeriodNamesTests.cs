using Dashboard.Domain.Periods;
using Dashboard.Layout;

namespace Dashboard.Tests.Layout;

public sealed class PeriodNamesTests
{
    [Theory]
    [InlineData("2026-Q3", "Quý III/2026", "Q3 2026")]
    [InlineData("2016-9M", "9 tháng 2016", "first nine months of 2016")]
    [InlineData("2026-09", "Tháng 9/2026", "Sep 2026")]
    [InlineData("2026-H1", "6 tháng đầu năm 2026", "first half of 2026")]
    [InlineData("2026-H2", "6 tháng cuối năm 2026", "second half of 2026")]
    [InlineData("2026", "Năm 2026", "2026")]
    [InlineData("2016-01-01..2016-05-31", "01/01 – 31/05/2016", "1 Jan – 31 May 2016")]
    [InlineData("2007-01-01..2023-12-14", "01/01/2007 – 14/12/2023", "1 Jan 2007 – 14 Dec 2023")]
    public void A_period_has_a_name_in_both_languages(string notation, string vietnamese, string english)
    {
        Period period = Period.Parse(notation);
        using (new InLanguage("vi-VN"))
        {
            Assert.Equal(vietnamese, PeriodNames.Of(period));
        }

        using (new InLanguage("en-GB"))
        {
            Assert.Equal(english, PeriodNames.Of(period));
        }
    }

    [Fact]
    public void Every_kind_has_a_name_of_its_own_in_both_languages()
    {
        foreach (string language in new[] { "vi-VN", "en-GB" })
        {
            using var reading = new InLanguage(language);
            string[] names = [.. Enum.GetValues<PeriodKind>().Select(PeriodNames.Of)];
            Assert.Equal(names.Length, names.Distinct().Count());
        }
    }
}
