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
    private readonly Dictionary<(View, Period), CountedTree> _trees = [];

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
        return Of(committee, $"{period} {view}", Tree, top => FigureCounts.Of(figures, Tree(), top, period, view), top => Inside(top, period, view));

        CountedTree Tree() => TreeOf(view, period);
    }

    // What is hidden of a part is hidden of the whole: from it and the other parts it would be what is left.
    private HiddenCounts Inside(int committee, Period period, View view) =>
        PeriodParts.Of(period, figures.Today).Select(part => Figures(committee, part, view)).Aggregate(HiddenCounts.None, (all, part) => all.With(part));

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
        string rest = name + " but late";
        return Of(committee, name, Tree, top => CaseCounts.Of(figures.Now, Tree(), top, day, name))
            .With(Of(committee, rest, Tree, top => CaseCounts.ButLateReturns(figures.Now, Tree(), top, day, rest)));

        CountedTree Tree() => TreeOf(view, period);
    }

    private CountedTree TreeOf(View view, Period period)
    {
        if (!_trees.TryGetValue((view, period), out CountedTree? tree))
        {
            _trees.Add((view, period), tree = new CountedTree(figures, view, period));
        }

        return tree;
    }

    private HiddenCounts Of(int committee, string name, Func<CountedTree> tree, Func<int, CountSheet> sheetOf, Func<int, HiddenCounts>? insideOf = null)
    {
        if (!keeper.IsOn(audience))
        {
            return HiddenCounts.None;
        }

        if (!_known.TryGetValue((committee, name), out HiddenCounts? hidden))
        {
            HiddenCounts above = tree().ParentOf(committee) is >= 0 and var parent ? Of(parent, name, tree, sheetOf, insideOf) : HiddenCounts.None;
            _known.Add((committee, name), hidden = tree().IsLeaf(committee) ? above.OfLeaf(committee) : Of(sheetOf(committee), above, insideOf));
        }

        return hidden;
    }

    // Of a period without anything reported there is no part with anything.
    private HiddenCounts Of(CountSheet sheet, HiddenCounts above, Func<int, HiddenCounts>? insideOf) =>
        keeper.Of(audience, sheet, above, sheet.IsEmpty ? HiddenCounts.None : insideOf?.Invoke(sheet.Top));
}
