using System.Collections.Immutable;
using System.Security.Claims;
using Dashboard.Access;
using Dashboard.Domain.Committees;
using Dashboard.Live;

namespace Dashboard.Committees;

/// <summary>Where every page about one committee asks whether its reader may be there.</summary>
public sealed class CommitteeDoor(AccountScopes scopes, CommitteeDirectory directory, Denials denials, LiveFigures figures, LocalCalendar calendar)
{
    /// <summary>The committee with a code; null when there is none or the reader may not see it, which is noted.</summary>
    /// <param name="reader">Who asks.</param>
    /// <param name="code">Code of the committee.</param>
    /// <param name="address">Address of the page without what is chosen on it, for the log.</param>
    /// <param name="outlook">The moment whose knowledge the page shows; what is known now if none is given. A committee that was not known by then is not there.</param>
    public CommitteeVisit? Enter(ClaimsPrincipal? reader, string code, string address, Outlook? outlook = null)
    {
        if (reader is null || !figures.Now.Hierarchy.TryNumberOf(code, out int number))
        {
            return null;
        }

        Scope scope = scopes.Of(reader);
        if (!scope.Sees(number, directory.Search.ParentOf))
        {
            denials.Note(reader, address, number);
            return null;
        }

        if (outlook is not { IsPast: true, Figures: { } then })
        {
            return new CommitteeVisit(number, Visible(HeadOf(figures.Now, number, calendar.Today), scope), scope);
        }

        // Whoever stood below at the moment and stands elsewhere now would show in the committee's figures.
        return number < then.Now.Hierarchy.Count && scope.SeesAllBelow(then.Now.Hierarchy, number, then.Today, then.Today, directory.Search.ParentOf)
            ? new CommitteeVisit(number, Visible(HeadOf(then.Now, number, then.Today), scope), scope)
            : null;
    }

    /// <summary>Whether a reader sees all that stood below a committee in an interval, as it is known at a moment.</summary>
    /// <param name="scope">What the reader may see, in today's structure.</param>
    /// <param name="known">What is known of the structure.</param>
    /// <param name="committee">Number of the committee.</param>
    /// <param name="first">First day.</param>
    /// <param name="last">Last day.</param>
    public bool SeesAllBelow(Scope scope, IFigures known, int committee, DateOnly first, DateOnly last) =>
        scope.SeesAllBelow(known.Now.Hierarchy, committee, first, last, directory.Search.ParentOf);

    /// <summary>The head with only what a scope sees around the committee.</summary>
    public CommitteeHead Visible(CommitteeHead head, Scope scope)
    {
        bool Sees(CommitteeLink link) => scope.Sees(figures.Now.Hierarchy.NumberOf(link.Code), directory.Search.ParentOf);
        return head with
        {
            Path = head.Path.Where(Sees).ToValueList(),
            Successors = head.Successors.Where(Sees).ToValueList(),
            Carries = head.Carries.Where(Sees).ToValueList(),
        };
    }

    /// <summary>A committee as the head of a page, whoever reads it; <see cref="CommitteeHead.ViewsDiffer"/> is for the page to say.</summary>
    public static CommitteeHead HeadOf(LiveState state, int number, DateOnly today)
    {
        Hierarchy hierarchy = state.Hierarchy;
        Committee committee = hierarchy[number];
        ImmutableArray<int> parents = hierarchy.ParentsOn(committee.IsOpenOn(today) ? today : committee.ClosedOn ?? today);
        var path = new List<CommitteeLink>();
        for (int above = parents[number]; above >= 0; above = parents[above])
        {
            path.Insert(0, LinkTo(hierarchy, above));
        }

        Structure structure = hierarchy.On(today);
        return new CommitteeHead
        {
            Committee = LinkTo(hierarchy, number),
            Path = path.ToValueList(),
            Children = structure.Contains(number) ? structure.ChildrenOf(number).Length : 0,
            IsSample = committee.IsSample,
            ClosedOn = committee.ClosedOn,
            Successors = committee.Successors.Where(s => hierarchy.TryNumberOf(s, out _)).Select(s => LinkTo(hierarchy, hierarchy.NumberOf(s))).ToValueList(),
            Carries = hierarchy.CarriedBy(number, today).Select(n => LinkTo(hierarchy, n)).ToValueList(),
            ViewsDiffer = false,
        };
    }

    /// <summary>A committee as a link.</summary>
    public static CommitteeLink LinkTo(Hierarchy hierarchy, int number)
    {
        Committee committee = hierarchy[number];
        return new CommitteeLink(committee.Code, committee.Name, committee.NameEn);
    }
}
