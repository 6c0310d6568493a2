namespace Dashboard.Committees;

/// <summary>Which committee stands at or below which, today.</summary>
public static class CommitteeReach
{
    /// <summary>Whether what is granted at one committee is granted at another as well.</summary>
    /// <param name="committees">The committees of today.</param>
    /// <param name="above">Code of the one; null for every root.</param>
    /// <param name="below">Code of the other; null for every root.</param>
    public static bool Reaches(this CommitteeSearch committees, string? above, string? below)
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
