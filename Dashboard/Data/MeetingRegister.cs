using System.Globalization;
using Dashboard.Domain;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data;

/// <summary>Keeps the meetings of committees. Who may steer one is asked before.</summary>
public static class MeetingRegister
{
    /// <summary>Opens a meeting on the day it is, as part of a larger write, and returns it with its identity.</summary>
    /// <param name="page">The write.</param>
    /// <param name="committee">Number of the committee that meets.</param>
    /// <param name="agenda">What is shown.</param>
    /// <param name="frozenAt">The moment whose figures are shown, UTC; null for those that come.</param>
    /// <param name="cancellationToken">Takes the write back.</param>
    /// <exception cref="BrokenRuleException">
    /// <c>meeting.open</c> when one of the committee goes on, <c>meeting.empty</c>, <c>meeting.tooMany</c>, <c>meeting.seconds</c>, <c>meeting.future</c>,
    /// <c>meeting.nothingThen</c> or <c>structure.unknown</c>.
    /// </exception>
    public static async Task<CommitteeMeeting> OpenAsync(LedgerPage page, int committee, IReadOnlyList<AgendaItem> agenda, DateTime? frozenAt, CancellationToken cancellationToken)
    {
        MeetingRules.Check(agenda);
        await page.CodeOfCommitteeAsync(committee, cancellationToken);
        await page.Db.SaveChangesAsync(cancellationToken);
        if (await page.Db.Meetings.AsNoTracking().FirstOrDefaultAsync(m => m.Committee == committee && m.ClosedAt == null, cancellationToken) is { } open)
        {
            throw new BrokenRuleException("meeting.open", $"Meeting {open.Id} of the committee is open.", open.OpenedAt);
        }

        var meeting = new CommitteeMeeting
        {
            Id = (await page.Db.Meetings.MaxAsync(m => (long?)m.Id, cancellationToken) ?? 0) + 1,
            Committee = committee,
            HeldOn = page.Today,
            Agenda = agenda,
            OpenedAt = page.At,
        };
        return await PutAsync(page, frozenAt is { } moment ? Frozen(page, meeting, moment) : meeting, cancellationToken);
    }

    /// <summary>Shows the figures of a moment, UTC, in an open meeting.</summary>
    /// <exception cref="BrokenRuleException"><c>meeting.unknown</c>, <c>meeting.closed</c>, <c>meeting.future</c> or <c>meeting.nothingThen</c>.</exception>
    public static async Task<CommitteeMeeting> FreezeAsync(LedgerPage page, long id, DateTime moment, CancellationToken cancellationToken) =>
        await PutAsync(page, Frozen(page, await FindAsync(page, id, cancellationToken), moment), cancellationToken);

    /// <summary>Shows the figures as they come again.</summary>
    /// <exception cref="BrokenRuleException"><c>meeting.unknown</c> or <c>meeting.closed</c>.</exception>
    public static async Task<CommitteeMeeting> UnfreezeAsync(LedgerPage page, long id, CancellationToken cancellationToken) =>
        await PutAsync(page, (await FindAsync(page, id, cancellationToken)).Unfreeze(), cancellationToken);

    /// <summary>Shows other scenes.</summary>
    /// <exception cref="BrokenRuleException"><c>meeting.unknown</c>, <c>meeting.closed</c>, <c>meeting.empty</c>, <c>meeting.tooMany</c> or <c>meeting.seconds</c>.</exception>
    public static async Task<CommitteeMeeting> ShowAsync(LedgerPage page, long id, IReadOnlyList<AgendaItem> agenda, CancellationToken cancellationToken) =>
        await PutAsync(page, (await FindAsync(page, id, cancellationToken)).Show(agenda), cancellationToken);

    /// <summary>Who chose the scenes of a meeting last; null where the log does not say.</summary>
    public static async Task<AgendaChange?> LastAgendaChangeAsync(LedgerPage page, CommitteeMeeting meeting, CancellationToken cancellationToken)
    {
        string key = Key(meeting.Id);
        // A meeting has a few dozen entries at the most: they are found by its committee.
        List<LogEntry> entries = await page.Db.Changes.AsNoTracking().Where(e => e.Committee == meeting.Committee && e.Subject == Subject.Meeting && e.Key == key)
            .OrderByDescending(e => e.Sequence).ToListAsync(cancellationToken);
        return entries.Find(e => !AgendaOf(e.Before).SequenceEqual(AgendaOf(e.After))) is { } found ? new AgendaChange(found.Account, found.At) : null;
    }

    /// <summary>Ends a meeting.</summary>
    /// <exception cref="BrokenRuleException"><c>meeting.unknown</c> or <c>meeting.closed</c>.</exception>
    public static async Task<CommitteeMeeting> CloseAsync(LedgerPage page, long id, CancellationToken cancellationToken) =>
        await PutAsync(page, (await FindAsync(page, id, cancellationToken)).Close(page.At, page.LastSequence), cancellationToken);

    /// <summary>The meeting with an identity.</summary>
    /// <exception cref="BrokenRuleException">There is none (<c>meeting.unknown</c>).</exception>
    public static async Task<CommitteeMeeting> FindAsync(LedgerPage page, long id, CancellationToken cancellationToken) =>
        await page.Db.Meetings.FindAsync([id], cancellationToken) ?? throw new BrokenRuleException("meeting.unknown", $"No meeting has the number {id}.", id);

    private static IReadOnlyList<AgendaItem> AgendaOf(string? row) => row is null ? [] : LogPayload.Read<CommitteeMeeting>(row).Agenda;

    private static string Key(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static CommitteeMeeting Frozen(LedgerPage page, CommitteeMeeting meeting, DateTime asked)
    {
        // Instants are kept to the millisecond, the write's own too: “now” with its ticks would be later than the write.
        DateTime moment = MeetingRules.ToMillisecond(asked);
        return meeting.Freeze(moment, moment > page.At ? 0 : LogSearch.LastAt(page.Db, moment), page.At);
    }

    private static async Task<CommitteeMeeting> PutAsync(LedgerPage page, CommitteeMeeting meeting, CancellationToken cancellationToken)
    {
        await page.PutAsync(meeting, [meeting.Id], Subject.Meeting, meeting.Committee, Key(meeting.Id), LogPayload.Write, cancellationToken);
        return meeting;
    }
}
