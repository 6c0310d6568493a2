using Dashboard.Domain.Registers;

namespace Dashboard.Domain.Complaints;

/// <summary>
/// What becomes of the deadlines of the cases open today if they are resolved at the pace of the last weeks, the one that is due first
/// always first, those past their deadline before all others; what comes in later is not thought of. A pace of R in
/// <see cref="PaceDays"/> days means that by the end of the day <c>today + d</c> the first ⌊R × (d + 1) ÷ <see cref="PaceDays"/>⌋ of
/// them are resolved: the work of today is still ahead. A case that is resolved on its due day is in time.
/// </summary>
/// <param name="Until">The day up to which it looks: deadlines before it count.</param>
/// <param name="RecentlyResolved">R: resolved in the <see cref="PaceDays"/> days up to yesterday.</param>
/// <param name="DueBefore">Open, not past their deadline, and due before <paramref name="Until"/>.</param>
/// <param name="WillPass">Of these, how many will be open past their deadline.</param>
/// <param name="NeededPerWeek">Smallest whole number of cases a week at which none of them would; 0 when there are none.</param>
public sealed record BacklogForecast(DateOnly Until, int RecentlyResolved, int DueBefore, int WillPass, int NeededPerWeek)
{
    /// <summary>Days of which the pace is taken: eight weeks.</summary>
    public const int PaceDays = 56;

    /// <summary>Days it looks ahead: four weeks.</summary>
    public const int Horizon = 28;

    /// <summary>Cases resolved in a week of the last eight.</summary>
    public double PerWeek => RecentlyResolved * 7.0 / PaceDays;

    /// <summary>Looks ahead from <paramref name="today"/>.</summary>
    public static BacklogForecast Of(IEnumerable<RegisterCase> cases, DateOnly today)
    {
        int recent = 0;
        var open = new List<RegisterCase>();
        foreach (RegisterCase one in cases)
        {
            recent += one.Left is { } left && left < today && left >= today.AddDays(-PaceDays) ? 1 : 0;
            if (one.IsOpenOn(today))
            {
                open.Add(one);
            }
        }

        open.Sort((a, b) => a.DueOn.CompareTo(b.DueOn));
        (int due, int late, int needed) = (0, 0, 0);
        for (int i = 0; i < open.Count; i++)
        {
            int left = open[i].DueOn.DayNumber - today.DayNumber;
            if (left is >= 0 and < Horizon)
            {
                due++;
                late += (long)recent * (left + 1) / PaceDays > i ? 0 : 1;
                needed = Math.Max(needed, ((7 * (i + 1)) + left) / (left + 1));
            }
        }

        return new BacklogForecast(today.AddDays(Horizon), recent, due, late, needed);
    }
}
