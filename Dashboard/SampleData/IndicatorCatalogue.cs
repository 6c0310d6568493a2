using Dashboard.Domain.Indicators;

namespace Dashboard.SampleData;

/// <summary>The catalogue of indicators that a new database starts with.</summary>
public static class IndicatorCatalogue
{
    /// <summary>The indicators in the order of the file, numbered 0, 1, 2 … by position.</summary>
    public static IReadOnlyList<Indicator> Load() =>
        [.. EmbeddedTable.Read("indicators.csv", Indicator).Select((indicator, number) => indicator with { Number = number })];

    private static Indicator Indicator(Func<string, string?> field) => new()
    {
        Code = field("code")!,
        Topic = field("topic")!,
        Name = field("name")!,
        NameEn = field("name_en")!,
        Unit = field("unit")!,
        Direction = Enum.Parse<Direction>(field("direction")!, ignoreCase: true),
        OverTime = Enum.Parse<OverTime>(field("over_time")!, ignoreCase: true),
    };
}
