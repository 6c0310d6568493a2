using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;
using Dashboard.Live;

namespace Dashboard.Disclosure;

/// <summary>
/// Which counts of one moment an audience is not shown. What is hidden of a committee among those beside it stays hidden where its own
/// work is shown, and nothing else of its totals is hidden there: however somebody asks, the answers go together.
/// </summary>
/// <param name="keeper">Hides and remembers.</param>
/// <param name="audience">From whom.</param>
/// <param name="figures">The moment.</param>
public sealed class DisclosedCounts(DisclosureKeeper keeper, Audience audience, IFigures figures)
{
    private readonly Dictionary<(int, string), HiddenCounts> _known = [];

    /// <summary>The day of the moment.</summary>
    public DateOnly Today => figures.Today;

    /// <summary>The catalogue of the moment.</summary>
    public IndicatorSet Indicators => figures.Now.Indicators;

    /// <summary>Whether a count by itself is too small to be shown.</summary>
    public bool IsSmall(long? count) => keeper.IsSmall(audience, count);

    /// <summary>What is hidden of a committee and those below it, of a period and of the cases open at its end, or today where it is not over.</summary>
    public HiddenCounts Of(int committee, Period period, View view) =>
        Figures(committee, period, view).With(Cases(committee, period, view, period.End < figures.Today ? period.End : figures.Today));

    /// <summary>The same for those who are told of these indicators only: the cases, where one of them counts cases.</summary>
    public HiddenCounts Of(int committee, Period period, View view, IReadOnlyCollection<string> codes) =>
        codes.Any(FigureCounts.IsOfADay) ? Of(committee, period, view) : Figures(committee, period, view);

    /// <summary>What is hidden of the figures of a period.</summary>
    public HiddenCounts Figures(int committee, Period period, View view)
    {
        var tree = new Lazy<CountedTree>(() => new CountedTree(figures, view, period));
        return Of(committee, $"{period} {view}", tree, top => FigureCounts.Of(figures, tree.Value, top, period, view));
    }

    /// <summary>What is hidden of the cases that are open on a day.</summary>
    /// <param name="committee">The committee.</param>
    /// <param name="period">Whose structure it is in the view of the time.</param>
    /// <param name="view">The structure.</param>
    /// <param name="day">The day.</param>
    public HiddenCounts Cases(int committee, Period period, View view, DateOnly day)
    {
        // What is open today is one and the same thing tomorrow, with other numbers.
        string on = day == figures.Today ? "today" : $"{day:yyyy-MM-dd}";
        string name = view == View.Now ? $"cases {on} now" : $"cases {on} {period} then";
        var tree = new Lazy<CountedTree>(() => new CountedTree(figures, view, period));
        return Of(committee, name, tree, top => CaseCounts.Of(figures.Now, tree.Value, top, day, name));
    }

    private HiddenCounts Of(int committee, string name, Lazy<CountedTree> tree, Func<int, CountSheet> sheet)
    {
        if (!keeper.IsOn(audience))
        {
            return HiddenCounts.None;
        }

        if (!_known.TryGetValue((committee, name), out HiddenCounts? hidden))
        {
            HiddenCounts above = tree.Value.ParentOf(committee) is >= 0 and var parent ? Of(parent, name, tree, sheet) : HiddenCounts.None;
            _known.Add((committee, name), hidden = keeper.Of(audience, sheet(committee), above));
        }

        return hidden;
    }
}
