using Dashboard.Domain.Changes;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;

namespace Dashboard.Data;

/// <summary>Keeps the reminders of returns, one row a return, as part of the writes of whoever reminds.</summary>
public static class ReminderRegister
{
    /// <summary>How a return was reminded so far; null if never.</summary>
    public static async Task<Reminder?> FindAsync(LedgerPage page, int committee, string form, Period period, CancellationToken cancellationToken = default) =>
        (await page.Db.Reminders.FindAsync([committee, form, period.Start, period.End], cancellationToken))?.ToReminder();

    /// <summary>Enters a reminder in the place of the one before.</summary>
    public static async Task PutAsync(LedgerPage page, Reminder reminder, CancellationToken cancellationToken = default)
    {
        await page.CodeOfCommitteeAsync(reminder.Committee, cancellationToken);
        await page.PutAsync(
            ReminderRow.Of(reminder), [reminder.Committee, reminder.Form, reminder.Period.Start, reminder.Period.End], Subject.Reminder, reminder.Committee,
            $"{reminder.Form}|{reminder.Period}", r => LogPayload.Write(r.ToReminder()), cancellationToken);
    }
}
