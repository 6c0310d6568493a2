using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;

namespace Dashboard.Domain.Figures;

/// <summary>What a figure must be to be taken.</summary>
public static class FigureRules
{
    /// <summary>
    /// Everything wrong with stating <paramref name="figure"/> on <paramref name="today"/> beside <paramref name="others"/>, the
    /// figures already stated by its committee for its indicator (one of the same period is the one restated and is not met).
    /// </summary>
    public static IEnumerable<BrokenRuleException> Faults(Figure figure, Indicator indicator, IEnumerable<Figure> others, DateOnly today)
    {
        if (figure.Value < 0 || figure.OutOf < 0)
        {
            long negative = figure.Value < 0 ? figure.Value : figure.OutOf!.Value;
            yield return new BrokenRuleException("figure.negative", $"{indicator.Code} for {figure.Period}: {negative} is below zero.", indicator.Code, figure.Period, negative);
        }
        else if (figure.Value > figure.OutOf)
        {
            yield return new BrokenRuleException(
                "figure.outOf", $"{indicator.Code} for {figure.Period}: {figure.Value} is more than the {figure.OutOf} it is out of.", indicator.Code, figure.Period, figure.Value, figure.OutOf.Value);
        }

        if (indicator.RetiredOn <= today)
        {
            yield return new BrokenRuleException(
                "indicator.retired", $"{indicator.Code} takes no new figure since {indicator.RetiredOn:yyyy-MM-dd}.", indicator.Code, indicator.RetiredOn.Value);
        }

        foreach (Figure met in others.Where(o => o.Period.PartlyOverlaps(figure.Period)).Take(1))
        {
            yield return Overlap(indicator.Code, figure, met);
        }
    }

    /// <summary>Refuses <paramref name="figure"/> with the first of its <see cref="Faults"/>.</summary>
    /// <exception cref="BrokenRuleException">It has a fault.</exception>
    public static void Check(Figure figure, Indicator indicator, IEnumerable<Figure> others, DateOnly today)
    {
        if (Faults(figure, indicator, others, today).FirstOrDefault() is { } fault)
        {
            throw fault;
        }
    }

    /// <summary>
    /// Figures of one committee and indicator that partly overlap an earlier one, for whoever takes many at once: one pass
    /// over the figures in order of time. At least one pair is given if there is any.
    /// </summary>
    public static IEnumerable<(Figure Figure, Figure Met)> PartlyOverlapping(IEnumerable<Figure> figures)
    {
        var around = new Stack<Figure>();
        foreach (Figure figure in figures.OrderBy(f => f.Period))
        {
            while (around.TryPeek(out Figure? before) && before.Period.End < figure.Period.Start)
            {
                around.Pop();
            }

            if (around.TryPeek(out Figure? met) && met.Period.PartlyOverlaps(figure.Period))
            {
                yield return (figure, met);
            }
            else
            {
                around.Push(figure);
            }
        }
    }

    /// <summary>The refusal of a figure that partly overlaps <paramref name="met"/>, which it names.</summary>
    public static BrokenRuleException Overlap(string indicator, Figure figure, Figure met) => new(
        "figure.overlap",
        $"{indicator}: {figure.Period} partly overlaps {met.Period}, for which {met.Value} is stated; periods may nest but not cross.",
        indicator, figure.Period, met.Period, met.Value);
}
