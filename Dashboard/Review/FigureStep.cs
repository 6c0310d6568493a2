namespace Dashboard.Review;

/// <summary>A figure beside that of the period before.</summary>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Before">The figure of the period before.</param>
/// <param name="Now">The figure handed in.</param>
public sealed record FigureStep(string Indicator, long Before, long Now)
{
    // Of small counts half as much again is nothing; of none before, ten are.
    private const long SmallestStep = 10;

    /// <summary>Whether it is half as much more or less as before, and not by a handful only.</summary>
    public bool IsLarge => Difference >= SmallestStep && Difference * 2 >= Before;

    /// <summary>How large, for the largest to be named.</summary>
    public double Weight => Before == 0 ? Difference : (double)Difference / Before;

    private long Difference => Math.Abs(Now - Before);
}
