using Dashboard.Disclosure;
using Dashboard.Domain.Disclosure;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;
using Dashboard.Live;

namespace Dashboard.Api;

/// <summary>
/// Which rollups an audience is not shown. Those below count also when they are not asked for, and what is hidden of a committee among
/// those beside it stays hidden when it is asked for by itself: however somebody asks, the answers go together.
/// </summary>
internal sealed class DisclosedRollups(DisclosureKeeper keeper, Ask ask, IFigures figures, View view, Period period, int[] indicators)
{
    /// <summary>What is hidden of a committee and those below it.</summary>
    public HiddenCounts Of(Audience audience, int top)
    {
        if (!keeper.IsOn(audience))
        {
            return HiddenCounts.None;
        }

        HiddenCounts above = ask.ParentOf(top, view, period) is >= 0 and var parent ? Of(audience, parent) : HiddenCounts.None;
        int[] below = [.. ask.ChildrenOf(top, view, period)];
        var table = new CountTable(ValuesOf(top), [.. below.Select(ValuesOf)]);
        return keeper.Of(audience, (top, period, view), table, top, below, indicators, indicators.Where(i => above.Hides(top, i)));
    }

    private long?[] ValuesOf(int committee) => figures.Read(cube => indicators.Select(i => cube.Total(view, committee, i, period).Value).ToArray());
}
