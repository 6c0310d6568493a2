using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;

namespace Dashboard.Domain.Figures;

/// <summary>The figure of one committee for one indicator over a period, from what it stated for that period or for parts of it.</summary>
public static class OverPeriod
{
    /// <summary>
    /// The figures that count over <paramref name="period"/>: the one stated for exactly it; otherwise those inside it that
    /// no other one inside it contains, in order of time. So a stated year beats its quarters and nothing counts twice.
    /// </summary>
    /// <param name="figures">Figures of one committee and one indicator, at most one a period, none partly overlapping another.</param>
    /// <param name="period">Period asked about.</param>
    public static IReadOnlyList<Figure> Selected(IEnumerable<Figure> figures, Period period)
    {
        var selected = new List<Figure>();

        // The longer of two that start together comes first, so what contains a figure always comes before it.
        foreach (Figure figure in figures.Where(f => period.Contains(f.Period)).OrderBy(f => f.Period))
        {
            if (selected.Count == 0 || !selected[^1].Period.Contains(figure.Period))
            {
                selected.Add(figure);
            }
        }

        return selected;
    }

    /// <summary>
    /// The selected figures added up for a flow, the latest-ending one for a stock; null when none was stated: missing is not zero.
    /// </summary>
    /// <exception cref="OverflowException">The sum does not fit 64 bits.</exception>
    public static Amount? Of(IEnumerable<Figure> figures, Period period, OverTime overTime)
    {
        IReadOnlyList<Figure> selected = Selected(figures, period);
        if (selected.Count == 0)
        {
            return null;
        }

        return overTime == OverTime.Last
            ? Amount.Of(selected[^1])
            : selected.Select(Amount.Of).Aggregate((sum, next) => sum.Plus(next));
    }
}
