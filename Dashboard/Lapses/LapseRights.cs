using System.Security.Claims;
using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Domain.Lapses;

namespace Dashboard.Lapses;

/// <summary>
/// Who may write which lapses: an officer those of the committees they enter for; a reviewer of a committee above those
/// that an inspection from above found, for it is they who inspect. Nobody writes what the system found.
/// </summary>
public sealed class LapseRights(AccountScopes scopes, CommitteeDirectory directory)
{
    /// <summary>Whether somebody may write a lapse of a committee that was found so.</summary>
    public bool MayWrite(ClaimsPrincipal? writer, int committee, LapseSource source)
    {
        if (writer is null || source == LapseSource.System)
        {
            return false;
        }

        Func<int, int> above = directory.Search.ParentOf;
        return scopes.Of(writer, AccountRole.Officer).Sees(committee, above)
            || (source == LapseSource.Inspection && above(committee) is >= 0 and var parent && scopes.Of(writer, AccountRole.Reviewer).Sees(parent, above));
    }

    /// <summary>How lapses of a committee may have been found that somebody may write; none when nothing may be written of it.</summary>
    public IReadOnlyList<LapseSource> SourcesFor(ClaimsPrincipal? writer, int committee) => [.. Enum.GetValues<LapseSource>().Where(source => MayWrite(writer, committee, source))];

    /// <summary>Whether somebody may write lapses of a committee or of any below it.</summary>
    public bool MayWriteBelow(ClaimsPrincipal? writer, int committee)
    {
        if (writer is null)
        {
            return false;
        }

        Func<int, int> above = directory.Search.ParentOf;
        Scope officer = scopes.Of(writer, AccountRole.Officer), reviewer = scopes.Of(writer, AccountRole.Reviewer), here = Scope.Below([committee]);
        return SourcesFor(writer, committee).Count > 0
            || (reviewer.Sees(committee, above) && directory.Search.ChildrenOf(committee) > 0)
            || officer.Roots.Concat(reviewer.Roots).Any(root => here.Sees(root, above) && SourcesOrBelow(writer, root, reviewer));
    }

    private bool SourcesOrBelow(ClaimsPrincipal writer, int root, Scope reviewer) =>
        SourcesFor(writer, root).Count > 0 || (reviewer.Sees(root, directory.Search.ParentOf) && directory.Search.ChildrenOf(root) > 0);
}
