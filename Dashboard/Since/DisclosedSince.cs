using Dashboard.Disclosure;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;
using Dashboard.Live;

namespace Dashboard.Since;

/// <summary>What a screen shows of a change, as those may see it whose work it is not.</summary>
/// <param name="counts">What is hidden now. What was hidden at the earlier moment is, as long as it is remembered.</param>
/// <param name="committee">The committee.</param>
/// <param name="period">The period whose figures are compared.</param>
public sealed class DisclosedSince(DisclosedCounts counts, int committee, Period period)
{
    private readonly HiddenCounts _cases = counts.Cases(committee, period, View.Now, counts.Today);
    private readonly HiddenCounts _figures = counts.Figures(committee, period, View.Now);

    /// <summary>The scene without what is hidden and without the steps in between: they are made of counts of their own, which may be one committee's alone.</summary>
    public SinceScene Of(SinceScene scene) => scene with
    {
        Chosen = Of(scene.Chosen),
        Others = scene.Others.Select(Of).ToValueList(),
        Deadlines = new SinceDeadlines(Small(scene.Deadlines.Complaints), Small(scene.Deadlines.Lapses), scene.Deadlines.Returns),
        IsDisclosed = true,
    };

    private SinceChange Of(SinceChange change)
    {
        if (change.Code == SinceCodes.Returns)
        {
            return change;
        }

        bool isHidden = _cases.Hides(committee, change.Code) || _figures.Hides(committee, change.Code);
        bool isStartHidden = isHidden || counts.IsSmall(change.Start);
        return change with
        {
            Start = Withheld.Unless(isStartHidden, change.Start),
            End = Withheld.Unless(isHidden, change.End),
            Steps = [],
            Branches = [],
            Committees = [],
        };
    }

    private int Small(int count) => Withheld.Unless(counts.IsSmall(count), count);
}
