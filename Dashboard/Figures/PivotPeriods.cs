using Dashboard.Domain.Periods;

namespace Dashboard.Figures;

/// <summary>The periods of a pivot: those shown, and those before them that they are compared with and judged by.</summary>
/// <param name="All">Oldest first.</param>
/// <param name="Shown">How many of the last are shown.</param>
/// <param name="ToLastYear">How many periods back the same one of last year lies; 0 where there is none.</param>
public sealed record PivotPeriods(Period[] All, int Shown, int ToLastYear)
{
    /// <summary>Most columns.</summary>
    public const int Most = 8;

    // As many as limits need to be more than trial ones.
    private const int Judged = 12;

    // Nothing is older; before it a calendar of our periods would end.
    private const int FirstYear = 3;

    /// <summary>Index of the first one shown.</summary>
    public int First => All.Length - Shown;

    /// <summary>The ones shown.</summary>
    public ReadOnlySpan<Period> Columns => All.AsSpan(First);

    /// <summary>The periods ending with <paramref name="last"/>. A range stands alone, since what lies before it is no period of anything.</summary>
    public static PivotPeriods EndingWith(Period last)
    {
        int year = PerYear(last.Kind);
        if (year == 0)
        {
            return new PivotPeriods([last], 1, 0);
        }

        var all = new List<Period> { last };
        while (all.Count < Math.Max(Judged, Most + year) && all[^1].Start.Year > FirstYear)
        {
            all.Add(all[^1].Previous());
        }

        all.Reverse();
        return new PivotPeriods([.. all], Math.Min(Most, all.Count), year);
    }

    private static int PerYear(PeriodKind kind) => kind switch
    {
        PeriodKind.Month => 12,
        PeriodKind.Quarter => 4,
        PeriodKind.Half => 2,
        PeriodKind.NineMonths or PeriodKind.Year => 1,
        _ => 0,
    };
}
