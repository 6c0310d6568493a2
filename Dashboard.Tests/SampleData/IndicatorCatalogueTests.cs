using Dashboard.Domain.Indicators;
using Dashboard.SampleData;

namespace Dashboard.Tests.SampleData;

public sealed class IndicatorCatalogueTests
{
    private static readonly Dictionary<string, Indicator> Catalogue = IndicatorCatalogue.Load().ToDictionary(i => i.Code);

    [Theory]
    [InlineData("vetting.admission", Direction.Up, OverTime.Sum)]
    [InlineData("secrecy.leaks", Direction.Down, OverTime.Sum)]
    [InlineData("organisation.members", Direction.Neutral, OverTime.Last)]
    [InlineData("complaints.received", Direction.Neutral, OverTime.Sum)]
    [InlineData("complaints.resolved", Direction.Up, OverTime.Sum)]
    [InlineData("complaints.open", Direction.Down, OverTime.Last)]
    [InlineData("complaints.overdue", Direction.Down, OverTime.Last)]
    [InlineData("lapses.found", Direction.Neutral, OverTime.Sum)]
    [InlineData("lapses.remedied", Direction.Up, OverTime.Sum)]
    [InlineData("lapses.open", Direction.Down, OverTime.Last)]
    [InlineData("lapses.overdue", Direction.Down, OverTime.Last)]
    public void An_indicator_says_what_a_change_means_and_how_it_adds_up(string code, Direction direction, OverTime overTime) =>
        Assert.Equal((direction, overTime), (Catalogue[code].Direction, Catalogue[code].OverTime));

    [Fact]
    public void Numbers_are_positions() =>
        Assert.Equal(Enumerable.Range(0, Catalogue.Count), IndicatorCatalogue.Load().Select(i => i.Number));

    [Fact]
    public void Every_indicator_has_a_topic_two_names_and_a_unit() =>
        Assert.All(Catalogue.Values, i => Assert.False(string.IsNullOrWhiteSpace(i.Topic) || string.IsNullOrWhiteSpace(i.Name) || string.IsNullOrWhiteSpace(i.NameEn) || string.IsNullOrWhiteSpace(i.Unit)));
}
