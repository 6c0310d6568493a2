namespace Dashboard.Domain.Figures;

/// <summary>What figures add up to.</summary>
/// <param name="Value">Zero or more.</param>
/// <param name="OutOf">The denominators added up; null unless every part has one, since a part of a denominator means nothing.</param>
/// <param name="Precision">Exact only if all parts are.</param>
/// <param name="Standing">Provisional if any part is, else revised if any part is.</param>
public readonly record struct Amount(long Value, long? OutOf, Precision Precision, Standing Standing)
{
    /// <summary>What one figure states.</summary>
    public static Amount Of(Figure figure) => new(figure.Value, figure.OutOf, figure.Precision, figure.Standing);

    /// <summary>Both together.</summary>
    /// <exception cref="OverflowException">The sum does not fit 64 bits.</exception>
    public Amount Plus(Amount other) => new(
        Value + other.Value,
        OutOf + other.OutOf,
        Precision.With(other.Precision),
        Standing.With(other.Standing));
}
