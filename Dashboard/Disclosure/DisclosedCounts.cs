using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;
using Dashboard.Live;

namespace Dashboard.Disclosure;

/// <summary>
/// Which counts of one moment an audience is not shown. Hidden are what committees stated for a period, in the structure of its last day, and
/// the cases that are open on a day, in the structure of that day; what is hidden of a committee among those beside it stays hidden where its own
/// work is shown. A number of a longer period or of another structure is made of such counts: it is shown where all of them are, and where the
/// committee had the same others below it. However somebody asks, the answers go together.
/// </summary>
/// <param name="keeper">Hides and remembers.</param>
/// <param name="audience">From whom.</param>
/// <param name="figures">The moment.</param>
public sealed class DisclosedCounts(DisclosureKeeper keeper, Audience audience, IFigures figures)
{
    private readonly Dictionary<(int, Period, View), HiddenCounts> _told = [];
    private readonly Dictionary<(int, string), HiddenCounts> _hidden = [];
    private readonly Dictionary<Period, (CountedTree Tree, FigureCounts Counts)> _stated = [];
    private readonly Dictionary<(View, Period), CountedTree> _trees = [];
    private readonly Dictionary<DateOnly, CountedTree> _days = [];

    /// <summary>The day of the moment.</summary>
    public DateOnly Today => figures.Today;

    /// <summary>The catalogue of the moment.</summary>
    public IndicatorSet Indicators => figures.Now.Indicators;

    /// <summary>Whether anything is hidden from the audience.</summary>
    public bool IsOn => keeper.IsOn(audience);

    /// <summary>Whether a count by itself is too small to be shown.</summary>
    public bool IsSmall(long? count) => keeper.IsSmall(audience, count);

    /// <summary>Whether how many reported says nothing of what is hidden: who ever had a case in a register has one reported, who never had none has none open.</summary>
    public bool TellsReporters(string code) => !IsOn || !FigureCounts.IsOfRegister(code);

    /// <summary>What is hidden of a committee and those below it, of a period and of the cases open at its end, or today where it is not over.</summary>
    public HiddenCounts Of(int committee, Period period, View view) =>
        Figures(committee, period, view).With(Cases(committee, period, view, period.End < figures.Today ? period.End : figures.Today));

    /// <summary>The same for those who are told of these indicators only: the cases, where one of them counts cases.</summary>
    public HiddenCounts Of(int committee, Period period, View view, IReadOnlyCollection<string> codes) =>
        codes.Any(FigureCounts.IsOfADay) ? Of(committee, period, view) : Figures(committee, period, view);

    /// <summary>What is hidden of the figures of a period.</summary>
    public HiddenCounts Figures(int committee, Period period, View view)
    {
        if (!IsOn)
        {
            return HiddenCounts.None;
        }

        if (!_told.TryGetValue((committee, period, view), out HiddenCounts? told))
        {
            var shown = new ShownRows(committee, TreeOf(view, period));
            shown.HideOfAll(FigureCounts.Flows);
            Period[] all = figures.Stated.Within(period);
            foreach (Period stated in all)
            {
                (CountedTree tree, FigureCounts counts) = StatedFor(stated);
                shown.Hide(tree, top => Hidden(top, $"{stated}", tree, counts.Of));
                if (view == View.Now)
                {
                    shown.HideReorganised(figures.Now.Hierarchy, stated.End, figures.Today, counts.Columns);
                    continue;
                }

                // In the view of the time each figure stays where it was stated, unless one who moved stated a longer period too: there it stands with others.
                foreach (Period longer in all.Where(other => other.End > stated.End && other.Contains(stated) && figures.Stated.IsBothStated(stated, other)))
                {
                    shown.HideReorganised(figures.Now.Hierarchy, stated.End, longer.End, counts.Columns);
                }
            }

            _told.Add((committee, period, view), told = shown.Hidden);
        }

        return told;
    }

    /// <summary>What is hidden of the cases that are open on a day.</summary>
    /// <param name="committee">The committee.</param>
    /// <param name="period">Whose structure it is in the view of the time.</param>
    /// <param name="view">The structure.</param>
    /// <param name="day">The day.</param>
    public HiddenCounts Cases(int committee, Period period, View view, DateOnly day)
    {
        if (!IsOn)
        {
            return HiddenCounts.None;
        }

        if (!_days.TryGetValue(day, out CountedTree? tree))
        {
            _days.Add(day, tree = CountedTree.On(figures, day));
        }

        var shown = new ShownRows(committee, TreeOf(view, period));
        shown.Hide(tree, top => Hidden(top, $"{CaseCounts.Name} {day}", tree, at => Named(CaseCounts.Of(figures.Now, tree, at, day), CaseCounts.Name, day))
            .With(Hidden(top, $"{CaseCounts.NameButLate} {day}", tree, at => Named(CaseCounts.ButLateReturns(figures.Now, tree, at, day), CaseCounts.NameButLate, day))));
        // Today's cases in today's structure are what is hidden; a committee that is closed is on no sheet of theirs.
        bool isSame = view == View.Now && day == figures.Today;
        shown.HideReorganised(figures.Now.Hierarchy, day, TreeOf(view, period).Day, CaseCounts.AllColumns);
        shown.HideCarried(tree, isSame ? [] : CaseCounts.CommitteesWithAny(figures.Now, day), CaseCounts.AllColumns);
        return shown.Hidden;
    }

    // What is open today is one and the same thing tomorrow, with other numbers; the end of a month was a today, and had these.
    private CountSheet Named(CountSheet sheet, string today, DateOnly day) => day == keeper.Today
        ? sheet with { Name = today }
        : sheet with { Name = $"{today} {day:yyyy-MM-dd}", Formerly = today };

    private CountedTree TreeOf(View view, Period period)
    {
        if (!_trees.TryGetValue((view, period), out CountedTree? tree))
        {
            _trees.Add((view, period), tree = CountedTree.Of(figures, view, period));
        }

        return tree;
    }

    private (CountedTree Tree, FigureCounts Counts) StatedFor(Period period)
    {
        if (!_stated.TryGetValue(period, out (CountedTree Tree, FigureCounts Counts) stated))
        {
            CountedTree tree = TreeOf(View.Then, period);
            _stated.Add(period, stated = (tree, new FigureCounts(figures, tree, period)));
        }

        return stated;
    }

    // From the root down: the total of a sheet is a count on the one above.
    private HiddenCounts Hidden(int committee, string name, CountedTree tree, Func<int, CountSheet> sheetOf)
    {
        if (!_hidden.TryGetValue((committee, name), out HiddenCounts? hidden))
        {
            HiddenCounts above = tree.ParentOf(committee) is >= 0 and var parent ? Hidden(parent, name, tree, sheetOf) : HiddenCounts.None;
            _hidden.Add((committee, name), hidden = tree.IsLeaf(committee) ? above.OfLeaf(committee) : keeper.Of(audience, sheetOf(committee), above));
        }

        return hidden;
    }
}
