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
    public CommitteeVisit? Enter(ClaimsPrincipal? reader, string code, string address)
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

        return new CommitteeVisit(number, Visible(HeadOf(figures.Now, number, calendar.Today), scope), scope);
    }

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
