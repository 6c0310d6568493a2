using System.Collections.Concurrent;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;
using Dashboard.Live;

namespace Dashboard.Overview;

/// <summary>
/// Computes each overview once for all who look at it: the answer to a question is kept until something changes, and
/// those who ask while it is being computed wait for that one computation.
/// </summary>
/// <param name="figures">The figures: those of now, or those of a moment that is over.</param>
public sealed class OverviewBoard(IFigures figures)
{
    private const int MostKept = 2_000;

    private readonly ConcurrentDictionary<OverviewQuestion, Kept> _kept = new();

    /// <summary>The overview as of the figures' moment.</summary>
    public OverviewModel Read(OverviewQuestion question)
    {
        LiveState state = figures.Now;
        DateOnly today = figures.Today;
        Kept kept = _kept.AddOrUpdate(question, _ => Begin(question, state, today, null), (_, old) => old.Sequence >= state.Sequence && old.Today == today ? old : Begin(question, state, today, old));
        if (_kept.Count > MostKept)
        {
            _kept.Clear();
        }

        return kept.Answer.Value.Model;
    }

    /// <summary>
    /// The period to show of a committee when none is asked for: the last complete quarter if anything is there or owed,
    /// else the latest period that the committee or one below it stated something for.
    /// </summary>
    public Period UsualPeriod(int committee)
    {
        LiveState state = figures.Now;
        Period usual = Period.QuarterOf(figures.Today).Previous();
        if (figures.Read(cube => state.Indicators.All.Any(i => cube.Total(View.Now, committee, i.Number, usual).Expected > 0)))
        {
            return usual;
        }

        var region = new Region(state.Hierarchy.ParentsNow(figures.Today), committee, []);
        return figures.Stated.Latest(c => region.BranchOf(c) >= 0) ?? usual;
    }

    private Kept Begin(OverviewQuestion question, LiveState state, DateOnly today, Kept? before)
    {
        // Only what is already there: otherwise each would hold the one before it for as long as nobody asks.
        Answer? last = before is { Answer.IsValueCreated: true } ? before.Answer.Value : null;
        return new(state.Sequence, today, new Lazy<Answer>(() => Compute(question, state, today, last)));
    }

    private Answer Compute(OverviewQuestion question, LiveState state, DateOnly today, Answer? last)
    {
        bool isSameGround = last is not null && last.Ground.HoldsFor(state, today);
        OverviewGround ground = isSameGround ? last!.Ground : new OverviewGround(state, question, today);

        // One figure changes one row, the committee's own and the total: the others are those that were shown before.
        SubordinateRow? Kept(int place) => isSameGround && last!.Model.Rows[place] is { IsOwn: false } row && figures.ChangedAt(row.Number) <= last.Model.Sequence ? row : null;
        lock (ground)
        {
            OverviewModel model = figures.Read(cube => new OverviewReader(state, ground, (view, committee, indicator, period) => cube.Total(view, committee, indicator, period), today, Kept).Read(question));
            return new Answer(ground, last is null ? model : model.SharingWith(last.Model));
        }
    }

    private sealed record Kept(long Sequence, DateOnly Today, Lazy<Answer> Answer);

    private sealed record Answer(OverviewGround Ground, OverviewModel Model);
}
