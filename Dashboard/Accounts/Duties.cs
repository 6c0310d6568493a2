using Dashboard.Committees;
using Dashboard.Data;

namespace Dashboard.Accounts;

/// <summary>
/// Duties that one account must not hold together: who keeps accounts, structure and catalogue of a committee neither
/// enters its figures nor approves them. Grants overlap when one's committee is the other's or stands above it.
/// </summary>
public static class Duties
{
    /// <summary>An administrator's grant and a worker's that overlap; null when there are none.</summary>
    public static (Grant Administers, Grant Works)? Clash(IReadOnlyList<Grant> grants, CommitteeSearch committees)
    {
        foreach (Grant administers in grants.Where(g => g.Role == AccountRole.Administrator))
        {
            foreach (Grant works in grants.Where(g => g.Role is AccountRole.Officer or AccountRole.Reviewer))
            {
                if (committees.Reaches(administers.Committee, works.Committee) || committees.Reaches(works.Committee, administers.Committee))
                {
                    return (administers, works);
                }
            }
        }

        return null;
    }
}
