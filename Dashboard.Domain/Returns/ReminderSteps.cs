namespace Dashboard.Domain.Returns;

/// <summary>Reminding of returns: of one that is late, and at most once a day, so that a reminder keeps its weight.</summary>
public static class ReminderSteps
{
    /// <summary>Whether a return is past its due day and not in.</summary>
    public static bool IsLate(this Return one, DateOnly today) => !one.IsIn && one.DueOn < today;

    /// <summary>Whether a committee may be reminded of a return today.</summary>
    /// <param name="one">The return.</param>
    /// <param name="last">How it was reminded before; null if never.</param>
    /// <param name="today">The day it is.</param>
    public static bool MayBeReminded(this Return one, Reminder? last, DateOnly today) => one.IsLate(today) && (last is null || last.LastOn < today);

    /// <summary>The next reminder of a return; null where there may be none today.</summary>
    /// <param name="one">The return.</param>
    /// <param name="last">How it was reminded before; null if never.</param>
    /// <param name="above">Number of the committee whose reviewer reminds; null for one who reviews everything.</param>
    /// <param name="today">The day it is.</param>
    public static Reminder? Remind(this Return one, Reminder? last, int? above, DateOnly today) => !one.MayBeReminded(last, today) ? null : new Reminder
    {
        Committee = one.Committee,
        Form = one.Form,
        Period = one.Period,
        Above = above,
        LastOn = today,
        Times = (last?.Times ?? 0) + 1,
    };
}
