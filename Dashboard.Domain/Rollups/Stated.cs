using Dashboard.Domain.Figures;

namespace Dashboard.Domain.Rollups;

/// <summary>A figure without its key.</summary>
internal readonly record struct Stated(long Value, long? OutOf, Precision Precision, Standing Standing)
{
    public static Stated Of(Figure figure) => new(figure.Value, figure.OutOf, figure.Precision, figure.Standing);
}
