using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Live;
using Dashboard.Returns;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Inbox;

/// <summary>Reads what an officer owes, what came back, what waits for others and what is done.</summary>
public sealed class InboxReader(LiveFigures figures, LocalCalendar calendar, CommitteeDirectory directory, ReturnHistory history, IDbContextFactory<DashboardDb> databases)
{
    /// <summary>Periods of each form of which what is approved is still shown.</summary>
    public const int PeriodsApproved = 2;

    private const int MostAtOnce = 500;

    /// <summary>The inbox of a scope, the earliest due first.</summary>
    public async Task<IReadOnlyList<InboxRow>> ReadAsync(Scope scope, CancellationToken cancellationToken)
    {
        LiveState state = figures.Now;
        DateOnly today = calendar.Today;
        Return[] owed = [.. Owed(state, scope, today)];
        IReadOnlyDictionary<ReturnKey, Extension> extensions = ExtensionReading.Last(state);
        ILookup<ReturnKey, (string Indicator, SendBackReason Reason)> lines = await SentBackAsync([.. owed.Where(IsOpen).Select(r => r.Committee).Distinct()], cancellationToken);
        ReturnKey[] back = [.. owed.Where(r => r.State == ReturnState.SentBack || (r.State == ReturnState.Draft && lines.Contains(KeyOf(r)))).Select(KeyOf)];
        IReadOnlyDictionary<ReturnKey, ReturnStep> steps = await history.SentBackAsync(back, cancellationToken);
        HashSet<ReturnKey> isBack = [.. back];
        return
        [
            .. owed.Select(r => new InboxRow(
                    r, CommitteeDoor.LinkTo(state.Hierarchy, r.Committee), GroupOf(r, isBack.Contains(KeyOf(r)), today), extensions.GetValueOrDefault(KeyOf(r)),
                    isBack.Contains(KeyOf(r)) ? lines[KeyOf(r)].ToValueList() : [], SentBack.Read(steps.GetValueOrDefault(KeyOf(r))?.Reason), ReminderReading.Open(state, r)))
                .OrderBy(r => r.Group).ThenBy(r => r.Group == InboxGroup.Approved ? -r.Return.Period.End.DayNumber : r.Return.DueOn.DayNumber)
                .ThenBy(r => Folding.Fold(r.Committee.LocalName()), StringComparer.Ordinal),
        ];
    }

    private IEnumerable<Return> Owed(LiveState state, Scope scope, DateOnly today)
    {
        var recent = new Dictionary<string, HashSet<Period>>();
        foreach (Return one in OwedReturns.Of(state, c => scope.Sees(c, directory.Search.ParentOf), today).Reverse())
        {
            if (!recent.TryGetValue(one.Form, out HashSet<Period>? periods))
            {
                recent.Add(one.Form, periods = []);
            }

            bool isRecent = periods.Contains(one.Period) || (periods.Count < PeriodsApproved && periods.Add(one.Period));
            if (one.State != ReturnState.Approved || isRecent)
            {
                yield return one;
            }
        }
    }

    private async Task<ILookup<ReturnKey, (string Indicator, SendBackReason Reason)>> SentBackAsync(int[] committees, CancellationToken cancellationToken)
    {
        var rows = new List<ReturnLineRow>();
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        foreach (int[] some in committees.Chunk(MostAtOnce))
        {
            rows.AddRange(await db.ReturnLines.AsNoTracking().Where(l => some.Contains(l.Committee) && l.SentBack != null).ToListAsync(cancellationToken));
        }

        return rows.ToLookup(l => new ReturnKey(l.Committee, l.Form, new Period(l.Start, l.End)), l => (l.Indicator, l.SentBack!.Value));
    }

    private static bool IsOpen(Return one) => one.State is ReturnState.Draft or ReturnState.SentBack;

    private static InboxGroup GroupOf(Return one, bool isBack, DateOnly today) => one.State switch
    {
        ReturnState.Approved => InboxGroup.Approved,
        ReturnState.Submitted => InboxGroup.Waiting,
        _ when isBack => InboxGroup.Back,
        _ => one.DueOn < today ? InboxGroup.Overdue : InboxGroup.Owed,
    };

    private static ReturnKey KeyOf(Return one) => new(one.Committee, one.Form, one.Period);
}
