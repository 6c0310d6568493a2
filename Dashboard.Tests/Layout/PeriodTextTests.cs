using CsCheck;
using Dashboard.Domain.Periods;
using Dashboard.Layout;

namespace Dashboard.Tests.Layout;

public sealed class PeriodTextTests
{
    private static readonly Gen<Period> AnyStandard = Gen.Select(Gen.Int[0, 4].Select(i => PeriodTiles.Kinds[i]), Gen.Int[1990, 2040], Gen.Int[0, 11])
        .Select((kind, year, index) => PeriodTiles.Of(kind, year) is var tiles ? tiles[index % tiles.Count] : default);

    [Theory]
    [InlineData("2026-Q3", "2026-Q3")]
    [InlineData(" 2026-q3 ", "2026-Q3")]
    [InlineData("2016-9m", "2016-9M")]
    [InlineData("q3 2026", "2026-Q3")]
    [InlineData("Q3/2026", "2026-Q3")]
    [InlineData("Quý III/2026", "2026-Q3")]
    [InlineData("quy 4 2026", "2026-Q4")]
    [InlineData("III/2026", "2026-Q3")]
    [InlineData("9/2026", "2026-09")]
    [InlineData("tháng 12/2026", "2026-12")]
    [InlineData("9 tháng 2016", "2016-9M")]
    [InlineData("6 tháng đầu năm 2026", "2026-H1")]
    [InlineData("6 tháng cuối năm 2026", "2026-H2")]
    [InlineData("năm 2026", "2026")]
    [InlineData("01/01/2016 - 31/05/2016", "2016-01-01..2016-05-31")]
    [InlineData("2016-01-01..2016-05-31", "2016-01-01..2016-05-31")]
    [InlineData("1/1/2016 – 31/5/2016", "2016-01-01..2016-05-31")]
    public void People_write_periods_in_many_ways(string typed, string notation)
    {
        Assert.True(PeriodText.TryRead(typed, out Period period), typed);
        Assert.Equal(notation, period.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("13/2026")]
    [InlineData("q5 2026")]
    [InlineData("quý này")]
    [InlineData("31/05/2016 - 01/01/2016")]
    [InlineData("31/02/2016 - 01/05/2016")]
    public void What_cannot_be_read_is_refused(string? typed) => Assert.False(PeriodText.TryRead(typed, out _));

    [Fact]
    public void A_standard_period_reads_back_from_its_Vietnamese_name() => AnyStandard.Sample(
        period =>
        {
            using var language = new InLanguage("vi-VN");
            return PeriodText.TryRead(PeriodNames.Of(period), out Period read) && read == period;
        },
        iter: 2_000);
}
