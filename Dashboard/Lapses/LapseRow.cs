using Dashboard.Committees;
using Dashboard.Domain.Complaints;
using Dashboard.Domain.Lapses;

namespace Dashboard.Lapses;

/// <summary>A line of the register.</summary>
/// <param name="Lapse">The lapse.</param>
/// <param name="Committee">Whose it is.</param>
/// <param name="Band">How near its due day it is; null when it is remedied.</param>
/// <param name="DaysLeft">Days to its due day; negative when past.</param>
public sealed record LapseRow(Lapse Lapse, CommitteeLink Committee, DeadlineBand? Band, int DaysLeft)
{
    /// <summary>How much of the time to remedy it is gone, 0 to 1.</summary>
    public double Gone
    {
        get
        {
            int allowed = Lapse.RemedyDueOn.DayNumber - Lapse.FoundOn.DayNumber;
            return allowed <= 0 ? (DaysLeft < 0 ? 1 : 0) : Math.Clamp(1 - DaysLeft / (double)allowed, 0, 1);
        }
    }
}
