using Dashboard.Charts;
using Dashboard.Disclosure;
using Dashboard.Layout;
using Dashboard.Live;

namespace Dashboard.Overview;

/// <summary>
/// Bars of which parts are not shown. A bar whose total is shown keeps its length: what the shown parts leave of it, which everybody can
/// reckon, is one part more. A bar without its total has the word in its place, and neither plan nor share.
/// </summary>
internal static class CirculatedBars
{
    /// <summary>What the script draws.</summary>
    /// <param name="frame">Texts and colours of the parts.</param>
    /// <param name="bars">Bars with their totals.</param>
    public static ChartData Of(BarsFrame frame, IEnumerable<(BarRow Bar, long? Total)> bars)
    {
        (BarRow Bar, long? Total)[] all = [.. bars];
        bool isWhole = !all.Any(bar => Withheld.Is(bar.Total) || bar.Bar.Values.Any(Withheld.Is));
        return isWhole
            ? StackedBars.DataOf(frame, all.Select(bar => bar.Bar))
            : StackedBars.DataOf(frame with { Series = [.. frame.Series, new BarSeries(CirculationWords.Hidden, "border-strong")] }, all.Select(bar => Shown(bar.Bar, bar.Total)));
    }

    private static BarRow Shown(BarRow bar, long? total)
    {
        long?[] shown = [.. bar.Values.Select(value => Withheld.Is(value) ? null : value)];
        bool isHidden = Withheld.Is(total);
        long rest = isHidden ? 0 : (total ?? 0) - shown.Sum(value => value ?? 0);
        return bar with
        {
            Values = [.. shown, rest > 0 ? rest : null],
            Plan = isHidden ? null : bar.Plan,
            Figure = isHidden ? CirculationWords.Hidden : bar.Figure,
        };
    }
}
