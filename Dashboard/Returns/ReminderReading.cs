using Dashboard.Domain.Returns;
using Dashboard.Live;

namespace Dashboard.Returns;

/// <summary>Reads how returns were reminded.</summary>
public static class ReminderReading
{
    /// <summary>How a return was reminded so far; null if never.</summary>
    public static Reminder? Last(LiveState state, ReturnKey key) => state.Reminders.GetValueOrDefault((key.Committee, key.Form, key.Period));

    /// <summary>The same while there is anything to remind of: of a return that is in nothing is said any more.</summary>
    public static Reminder? Open(LiveState state, Return one) => one.IsIn ? null : Last(state, new ReturnKey(one.Committee, one.Form, one.Period));
}
