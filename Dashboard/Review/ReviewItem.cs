using Dashboard.Committees;
using Dashboard.Domain.Returns;
using Dashboard.Returns;

namespace Dashboard.Review;

/// <summary>A return that waits for its reviewer.</summary>
/// <param name="Key">Which return.</param>
/// <param name="Return">Where it stands.</param>
/// <param name="Committee">Whose it is.</param>
/// <param name="Above">The committee above, where the reviewer may see it.</param>
/// <param name="Facts">What was found.</param>
public sealed record ReviewItem(ReturnKey Key, Return Return, CommitteeLink Committee, CommitteeLink? Above, ReviewFacts Facts)
{
    /// <summary>Days it came after its due day; 0 when it came in time.</summary>
    public int DaysLate => Return.SubmittedOn is { } day ? Math.Max(0, day.DayNumber - Return.DueOn.DayNumber) : 0;

    /// <summary>What to look at first.</summary>
    public Risk Risk => Facts.Risk == Risk.None && DaysLate > 0 ? Risk.Late : Facts.Risk;

    /// <summary>Whether nothing was found, so that it may be approved with others in one go.</summary>
    public bool IsClean => Facts.Risk == Risk.None;

    /// <summary>The return as the page's address names it, <c>CODE|FORM|PERIOD</c>.</summary>
    public string Name => $"{Committee.Code}|{Key.Text}";
}
