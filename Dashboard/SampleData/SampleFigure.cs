using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;

namespace Dashboard.SampleData;

/// <summary>A figure that names its committee and indicator by code, since numbers are given only when it is loaded.</summary>
/// <param name="Committee">Code of the committee.</param>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Period">Days the figure is about.</param>
/// <param name="Value">Zero or more.</param>
/// <param name="OutOf">Denominator, where the source gives one.</param>
/// <param name="Precision">How exactly the source states it.</param>
/// <param name="Standing">Provisional, final or revised.</param>
public sealed record SampleFigure(
    string Committee,
    string Indicator,
    Period Period,
    long Value,
    long? OutOf = null,
    Precision Precision = Precision.Exact,
    Standing Standing = Standing.Final)
{
    /// <summary>The same figure with the numbers that <paramref name="committee"/> and <paramref name="indicator"/> give to its codes.</summary>
    public Figure Numbered(Func<string, int> committee, Func<string, int> indicator) => new()
    {
        Committee = committee(Committee),
        Indicator = indicator(Indicator),
        Period = Period,
        Value = Value,
        OutOf = OutOf,
        Precision = Precision,
        Standing = Standing,
    };
}
