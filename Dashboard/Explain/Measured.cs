using Dashboard.Domain.Indicators;
using Dashboard.Domain.Registers;
using Dashboard.Layout;
using Dashboard.Live;

namespace Dashboard.Explain;

/// <summary>What a number counts: an indicator, or all indicators of a topic that adds up to a total of its own.</summary>
/// <param name="Code">The indicator's code, or the topic.</param>
/// <param name="Indicators">Numbers of the indicators.</param>
/// <param name="OverTime">How figures of it add up over time.</param>
public sealed record Measured(string Code, ValueList<int> Indicators, OverTime OverTime)
{
    /// <summary>The topic whose indicators count parts of one whole; those of the others count different things.</summary>
    public const string Total = "vetting";

    private static readonly RegisterIndicators[] Registers = [RegisterIndicators.Complaints, RegisterIndicators.Lapses];

    /// <summary>Whether it is a topic.</summary>
    public bool IsTotal => Code == Total;

    /// <summary>The register that it is counted from; null for what is reported.</summary>
    public RegisterIndicators? Register => Array.Find(Registers, r => Code == r.Came || Code == r.Left || Code == r.Open || Code == r.Overdue);

    /// <summary>What a code stands for; the total where it stands for nothing.</summary>
    public static Measured Of(IndicatorSet indicators, string? code) =>
        code is not null && indicators.TryNumberOf(code, out int number)
            ? new Measured(code, [number], indicators[number].OverTime)
            : new Measured(Total, indicators.OfTopic(Total).ToValueList(), OverTime.Sum);

    /// <summary>Its name in the reader's language.</summary>
    /// <param name="indicators">The catalogue.</param>
    /// <param name="total">Name of the total.</param>
    public string Name(IndicatorSet indicators, string total) => IsTotal ? total : NameOf(indicators[Indicators[0]]);

    /// <summary>The name of an indicator in the reader's language.</summary>
    public static string NameOf(Indicator indicator) => Languages.IsVietnamese ? indicator.Name : indicator.NameEn;
}
