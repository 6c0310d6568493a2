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
                if (Reaches(administers.Committee, works.Committee, committees) || Reaches(works.Committee, administers.Committee, committees))
                {
                    return (administers, works);
                }
            }
        }

        return null;
    }

    /// <summary>Whether what is granted at one committee is granted at another as well.</summary>
    /// <param name="above">Code of the one; null for every root.</param>
    /// <param name="below">Code of the other; null for every root.</param>
    /// <param name="committees">The committees of today.</param>
    public static bool Reaches(string? above, string? below, CommitteeSearch committees)
    {
        if (above is null || below is null)
        {
            return above is null;
        }

        if (committees.Find(above) is not { } top || committees.Find(below) is not { } start)
        {
            return string.Equals(above, below, StringComparison.Ordinal);
        }

        int number = start.Number;
        while (number >= 0 && number != top.Number)
        {
            number = committees.ParentOf(number);
        }

        return number == top.Number;
    }
}
