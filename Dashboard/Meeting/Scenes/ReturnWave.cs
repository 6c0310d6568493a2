using System.Collections.Immutable;
using Dashboard.Committees;
using Dashboard.Domain.Returns;
using Dashboard.Live;
using Dashboard.Overview;

namespace Dashboard.Meeting.Scenes;

/// <summary>A committee in the picture of the returns, as wide as what is owed at and below it.</summary>
/// <param name="Committee">Which.</param>
/// <param name="Owed">Returns owed at and below it.</param>
/// <param name="Returns">How many are in each state.</param>
/// <param name="Below">Those below it, in the order of the structure.</param>
public sealed record WavePart(CommitteeLink Committee, int Owed, ReturnCounts Returns, IReadOnlyList<WavePart> Below);

/// <summary>The returns of a period through the tree, from draft to approved: committee, those below it, those below them.</summary>
public static class ReturnWave
{
    private const int Depth = 2;

    /// <summary>Reads the picture; null when nothing is owed.</summary>
    public static WavePart? Of(IFigures figures, OverviewModel model)
    {
        LiveState state = figures.Now;
        if (state.Forms.IsEmpty)
        {
            return null;
        }

        ImmutableArray<int> parents = state.Hierarchy.ParentsNow(figures.Today);
        int top = model.Question.Committee;
        List<OwedReturn> owed = new ReturnReader(state, new Region(parents, top, [])).Owed(model.Question.Period);
        return owed.Count == 0 ? null : Part(state, parents, top, owed, 0);
    }

    private static WavePart Part(LiveState state, ImmutableArray<int> parents, int committee, List<OwedReturn> owed, int depth)
    {
        IEnumerable<IGrouping<int, OwedReturn>> below = depth == Depth ? [] : owed.Where(one => one.Committee != committee).GroupBy(one => ChildTowards(parents, committee, one.Committee)).OrderBy(group => group.Key);
        return new(CommitteeDoor.LinkTo(state.Hierarchy, committee), owed.Count, ReturnReader.Count(owed), [.. below.Select(group => Part(state, parents, group.Key, [.. group], depth + 1))]);
    }

    /// <summary>The committee directly below <paramref name="above"/> that <paramref name="committee"/> is or stands under.</summary>
    private static int ChildTowards(ImmutableArray<int> parents, int above, int committee)
    {
        while (parents[committee] != above && parents[committee] >= 0)
        {
            committee = parents[committee];
        }

        return committee;
    }
}
