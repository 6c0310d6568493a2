using System.Collections.Immutable;
using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Complaints;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Registers;
using Dashboard.Live;

namespace Dashboard.Complaints;

/// <summary>Reads the registers of a committee and of those below it in today's structure, with nothing outside the reader's scope.</summary>
public sealed class ComplaintReading(IFigures figures, CommitteeDirectory directory)
{
    /// <summary>What the page shows.</summary>
    public ComplaintView Read(int top, Scope scope, ComplaintAddress address)
    {
        LiveState state = figures.Now;
        DateOnly today = figures.Today;
        var tree = new Subtree(state.Hierarchy.ParentsNow(today), top);
        Complaint[] all = [.. Seen(state, tree, scope, today)];
        Period period = address.Page.Period;
        Complaint[] group = [.. all.Where(c => IsIn(c, address.Group, period, today))];
        int[] left = [.. all.Where(c => c.IsOpenOn(today)).Select(c => c.DaysLeft(today))];
        return new ComplaintView
        {
            Today = today,
            Period = period,
            Counts = Enum.GetValues<CaseGroup>().ToDictionary(g => g, g => all.Count(c => IsIn(c, g, period, today))),
            LongestOverdue = left.Where(d => d < 0).Select(d => -d).DefaultIfEmpty().Max(),
            DaysWithin = left.Where(d => d > 7).ToArray() is { Length: > 0 } within ? (within.Min(), within.Max()) : null,
            OpenAtStart = all.Count(c => c.IsOpenOn(period.Start.AddDays(-1))),
            Backlog = Backlog.Of([.. all.Select(RegisterCase.Of)], period, today),
            Branches = Branches(state.Hierarchy, tree, all, top),
            Extended = group.Count(c => c.Extensions > 0),
            Rows = Sorted(Filtered(group, address, state.Hierarchy, tree, today).Select(c => new ComplaintRow(c, CommitteeDoor.LinkTo(state.Hierarchy, c.Committee), today)), address),
        };
    }

    /// <summary>One case with its committee; null when there is none or the reader may not see it here.</summary>
    public ComplaintRow? Find(long id, int top, Scope scope)
    {
        LiveState state = figures.Now;
        DateOnly today = figures.Today;
        ImmutableArray<int> parents = state.Hierarchy.ParentsNow(today);
        return state.Complaints.TryGetValue(id, out Complaint? found) && Scope.Below([top]).Sees(found.Committee, c => parents[c]) && scope.Sees(found.Committee, directory.Search.ParentOf)
            ? new ComplaintRow(found, CommitteeDoor.LinkTo(state.Hierarchy, found.Committee), today)
            : null;
    }

    /// <summary>All cases of one committee.</summary>
    public IReadOnlyList<Complaint> Of(int committee) => [.. figures.Now.Complaints.Values.Where(c => c.Committee == committee)];

    private IEnumerable<Complaint> Seen(LiveState state, Subtree tree, Scope scope, DateOnly today)
    {
        var sight = new Dictionary<int, bool>();
        foreach (Complaint one in state.Complaints.Values)
        {
            if (!sight.TryGetValue(one.Committee, out bool seen))
            {
                sight.Add(one.Committee, seen = tree.Holds(one.Committee) && scope.Sees(one.Committee, directory.Search.ParentOf));
            }

            if (seen && one.ReceivedOn <= today)
            {
                yield return one;
            }
        }
    }

    private static bool IsIn(Complaint one, CaseGroup group, Period period, DateOnly today) => group switch
    {
        CaseGroup.All => true,
        CaseGroup.Resolved => one.ResolvedOn is { } day && period.Contains(day) && day <= today,
        CaseGroup.Open => one.IsOpenOn(today),
        CaseGroup.Overdue => one.IsOpenOn(today) && one.BandOn(today) == DeadlineBand.Overdue,
        CaseGroup.Soon => one.IsOpenOn(today) && one.BandOn(today) == DeadlineBand.DueSoon,
        _ => one.IsOpenOn(today) && one.BandOn(today) == DeadlineBand.Within,
    };

    private static List<CommitteeLink> Branches(Hierarchy hierarchy, Subtree tree, Complaint[] all, int top) =>
    [
        CommitteeDoor.LinkTo(hierarchy, top),
        .. all.Select(c => tree.BranchOf(c.Committee)).Distinct().Where(b => b != top).Select(b => CommitteeDoor.LinkTo(hierarchy, b)).OrderBy(l => l.LocalName(), StringComparer.CurrentCulture),
    ];

    private static IEnumerable<Complaint> Filtered(IEnumerable<Complaint> cases, ComplaintAddress address, Hierarchy hierarchy, Subtree tree, DateOnly today)
    {
        if (address.At is { } code && hierarchy.TryNumberOf(code, out int at) && tree.Holds(at))
        {
            var below = new Subtree(hierarchy.ParentsNow(today), at);
            cases = cases.Where(c => code == address.Page.Code ? tree.BranchOf(c.Committee) == at : below.Holds(c.Committee));
        }

        string[] words = Folding.Words(address.Words);
        return cases.Where(c => (address.Kind is null || c.Kind == address.Kind)
            && (address.Category is null || c.Category == address.Category)
            && (address.Step is null || c.Step == address.Step)
            && (!address.IsExtended || c.Extensions > 0)
            && (words.Length == 0 || Array.TrueForAll(words, word => Folding.Fold(c.Reference).Contains(word, StringComparison.Ordinal))));
    }

    private static List<ComplaintRow> Sorted(IEnumerable<ComplaintRow> rows, ComplaintAddress address)
    {
        Comparison<ComplaintRow> compare = address.Order switch
        {
            CaseOrder.Reference => (a, b) => string.CompareOrdinal(a.Case.Reference, b.Case.Reference),
            CaseOrder.Kind => (a, b) => a.Case.Kind.CompareTo(b.Case.Kind),
            CaseOrder.Committee => (a, b) => StringComparer.CurrentCulture.Compare(a.Committee.LocalName(), b.Committee.LocalName()),
            CaseOrder.Category => (a, b) => StringComparer.CurrentCulture.Compare(ComplaintTexts.CategoryOf(a.Case.Category), ComplaintTexts.CategoryOf(b.Case.Category)),
            CaseOrder.Received => (a, b) => a.Case.ReceivedOn.CompareTo(b.Case.ReceivedOn),
            CaseOrder.Step => (a, b) => a.Case.Step.CompareTo(b.Case.Step),
            _ => (a, b) => a.Case.DueOn.CompareTo(b.Case.DueOn),
        };
        int sign = address.IsDescending ? -1 : 1;
        List<ComplaintRow> sorted = [.. rows];
        sorted.Sort((a, b) => (sign * compare(a, b), a.Case.DueOn.CompareTo(b.Case.DueOn), a.Case.Id.CompareTo(b.Case.Id)) switch
        {
            (not 0 and var first, _, _) => first,
            (_, not 0 and var second, _) => second,
            (_, _, var last) => last,
        });
        return sorted;
    }
}
