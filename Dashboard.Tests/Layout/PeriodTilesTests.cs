using CsCheck;
using Dashboard.Domain.Periods;
using Dashboard.Layout;

namespace Dashboard.Tests.Layout;

public sealed class PeriodTilesTests
{
    [Theory]
    [InlineData(PeriodKind.Month, 12)]
    [InlineData(PeriodKind.Quarter, 4)]
    [InlineData(PeriodKind.Half, 2)]
    [InlineData(PeriodKind.NineMonths, 1)]
    [InlineData(PeriodKind.Year, 10)]
    public void A_page_holds_all_periods_of_its_kind(PeriodKind kind, int count)
    {
        IReadOnlyList<Period> tiles = PeriodTiles.Of(kind, 2026);
        Assert.Equal(count, tiles.Count);
        Assert.All(tiles, tile => Assert.Equal(kind, tile.Kind));
        Assert.Equal(kind == PeriodKind.Year ? "2020–2029" : "2026", PeriodTiles.Title(kind, 2026));
    }

    [Fact]
    public void A_period_converts_to_one_of_each_kind_in_the_year_of_its_end() =>
        Gen.Select(Gen.Int[1990, 2040], Gen.Int[1, 12], Gen.Int[0, 4].Select(i => PeriodTiles.Kinds[i])).Sample(
            (year, month, kind) => PeriodTiles.Convert(Period.Month(year, month), kind) is var period && period.Kind == kind && period.Start.Year == year,
            iter: 1_000);

    [Theory]
    [InlineData("2026-Q3", -1, "2025-Q3")]
    [InlineData("2024-02", 1, "2025-02")]
    [InlineData("2016-9M", 1, "2017-9M")]
    [InlineData("2026-H2", -1, "2025-H2")]
    [InlineData("2026", -10, "2016")]
    [InlineData("2016-01-01..2016-05-31", 1, "2017-01-01..2017-05-31")]
    public void Shifting_keeps_the_kind(string period, int years, string expected) =>
        Assert.Equal(expected, PeriodTiles.Shift(Period.Parse(period), years).ToString());
}
