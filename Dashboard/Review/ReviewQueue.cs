using System.Collections.Concurrent;
using System.Collections.Immutable;
using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Live;
using Dashboard.Returns;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Review;

/// <summary>
/// The returns that wait for a reviewer. What is found in one is worked out once for all who review it, and again when it or an
/// earlier return of the committee changed.
/// </summary>
public sealed class ReviewQueue(LiveFigures figures, LocalCalendar calendar, CommitteeDirectory directory, ReturnReading reading, IDbContextFactory<DashboardDb> databases)
{
    private const int MostKept = 20_000;

    private readonly ConcurrentDictionary<ReturnKey, (int Stamp, ReviewFacts Facts)> _known = new();

    /// <summary>The returns handed in by committees below a scope, in no order.</summary>
    public async Task<IReadOnlyList<ReviewItem>> ReadAsync(Scope scope, CancellationToken cancellationToken)
    {
        LiveState state = figures.Now;
        Return[] waiting = [.. Waiting(state, scope)];
        Dictionary<ReturnKey, int> stamps = waiting.ToDictionary(KeyOf, r => StampOf(state, r));
        await LearnAsync(stamps, cancellationToken);
        return [.. waiting.Where(r => _known.ContainsKey(KeyOf(r))).Select(r => ItemOf(state, scope, r, _known[KeyOf(r)].Facts))];
    }

    /// <summary>Requests for more time that wait for an answer from a scope, the first asked first.</summary>
    public IReadOnlyList<Extension> Requests(Scope scope)
    {
        LiveState state = figures.Now;
        return
        [
            .. state.Extensions.Values.Where(e => e.State == ExtensionState.Waiting && IsBelow(scope, e.Committee))
                .Where(e => state.Returns.GetValueOrDefault((e.Form, e.Period))?.GetValueOrDefault(e.Committee) is not { IsIn: true })
                .OrderBy(e => e.AskedOn).ThenBy(e => e.Id),
        ];
    }

    private IEnumerable<Return> Waiting(LiveState state, Scope scope) =>
        state.Returns.Values.SelectMany(of => of.Values).Where(r => r.State == ReturnState.Submitted && IsBelow(scope, r.Committee));

    private bool IsBelow(Scope scope, int committee) => ReturnRights.IsAbove(scope, committee, directory.Search.ParentOf);

    private async Task LearnAsync(Dictionary<ReturnKey, int> stamps, CancellationToken cancellationToken)
    {
        if (_known.Count > MostKept)
        {
            _known.Clear();
        }

        ReturnKey[] unknown = [.. stamps.Where(s => !_known.TryGetValue(s.Key, out (int Stamp, ReviewFacts) known) || known.Stamp != s.Value).Select(s => s.Key)];
        if (unknown.Length == 0)
        {
            return;
        }

        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        foreach (ReturnSheet sheet in await reading.ReadAsync(db, unknown, cancellationToken))
        {
            _known[sheet.Key] = (stamps[sheet.Key], ReviewFacts.Of(sheet, (indicator, period) => reading.Own(sheet.Key.Committee, indicator, period)));
        }
    }

    private ReviewItem ItemOf(LiveState state, Scope scope, Return one, ReviewFacts facts)
    {
        int above = directory.Search.ParentOf(one.Committee);
        bool isSeen = above >= 0 && scope.Sees(above, directory.Search.ParentOf);
        return new ReviewItem(KeyOf(one), one, CommitteeDoor.LinkTo(state.Hierarchy, one.Committee), isSeen ? CommitteeDoor.LinkTo(state.Hierarchy, above) : null, facts);
    }

    private static ReturnKey KeyOf(Return one) => new(one.Committee, one.Form, one.Period);

    // What is found depends on the day, on the return, and on what the committee handed in for the periods before.
    private int StampOf(LiveState state, Return one)
    {
        var stamp = new HashCode();
        stamp.Add(calendar.Today);
        Period period = one.Period;
        for (int i = 0; i <= ReviewFacts.PeriodsJudged; i++, period = period.Previous())
        {
            ImmutableDictionary<int, Return>? of = state.Returns.GetValueOrDefault((one.Form, period));
            stamp.Add(of?.GetValueOrDefault(one.Committee)?.Revision);
        }

        return stamp.ToHashCode();
    }
}
