using Dashboard.Domain.Periods;

namespace Dashboard.SampleData;

/// <summary>The twelve quarters of the sample, the last of them the last one that was complete before a day.</summary>
internal sealed class SampleCalendar
{
    /// <summary>Quarters of history.</summary>
    public const int Count = 12;

    /// <summary>Position of the latest quarter.</summary>
    public const int Latest = Count - 1;

    public SampleCalendar(DateOnly today)
    {
        Today = today;
        var quarters = new Period[Count];
        quarters[Latest] = Period.QuarterOf(today).Previous();
        for (int quarter = Latest; quarter > 0; quarter--)
        {
            quarters[quarter - 1] = quarters[quarter].Previous();
        }

        Quarters = quarters;
        Campaign = FindCampaign(quarters);
    }

    /// <summary>The day on which the sample is looked at.</summary>
    public DateOnly Today { get; }

    /// <summary>The quarters, the earliest first.</summary>
    public IReadOnlyList<Period> Quarters { get; }

    /// <summary>
    /// Position of the quarter in which everybody prepares congresses: 2025-Q2, or once that is out of sight the
    /// second quarter of the year that lies in the middle.
    /// </summary>
    public int Campaign { get; }

    private static int FindCampaign(Period[] quarters)
    {
        int congress = Array.IndexOf(quarters, Period.Quarter(2025, 2));
        return congress >= 0 ? congress : Array.FindIndex(quarters, 4, q => q.Start.Month == 4);
    }
}
