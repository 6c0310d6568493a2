using Dashboard.Committees;
using Dashboard.Domain.Meetings;

namespace Dashboard.MeetingBook;

/// <summary>One decision as a line.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Owing">Who owes it; null for one that the reader may not see.</param>
/// <param name="About">What it is about; null for one that the reader may not see.</param>
/// <param name="By">Who met; null for one that the reader may not see.</param>
/// <param name="Indicator">Name of the indicator that it is about, Vietnamese and English; null for none.</param>
/// <param name="IsOpen">Whether it is open today.</param>
/// <param name="DaysLeft">Days to its due day; negative when that has passed.</param>
public sealed record DecisionRow(Decision Decision, CommitteeLink? Owing, CommitteeLink? About, CommitteeLink? By, (string Name, string NameEn)? Indicator, bool IsOpen, int DaysLeft)
{
    /// <summary>Open and past its due day.</summary>
    public bool IsOverdue => IsOpen && DaysLeft < 0;
}
