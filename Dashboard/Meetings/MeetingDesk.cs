using System.Security.Claims;
using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Meetings;
using Dashboard.Live;

namespace Dashboard.Meetings;

/// <summary>Steers the meetings of committees for whoever may (<see cref="MeetingRights"/>), each step asked anew inside its transaction, whatever a page has shown.</summary>
public sealed class MeetingDesk(Ledger ledger, MeetingRights rights, Denials denials, LiveFigures figures)
{
    /// <summary>Opens a meeting today and returns its identity.</summary>
    /// <param name="user">Who opens it.</param>
    /// <param name="committee">Number of the committee that meets.</param>
    /// <param name="agenda">What is shown.</param>
    /// <param name="frozenAt">The moment whose figures are shown, UTC; null for those that come.</param>
    /// <param name="cancellationToken">Takes the write back as long as it is not done.</param>
    /// <exception cref="BrokenRuleException"><c>meeting.refused</c>, and what <see cref="MeetingRegister.OpenAsync"/> refuses.</exception>
    public async Task<long> OpenAsync(ClaimsPrincipal user, int committee, IReadOnlyList<AgendaItem> agenda, DateTime? frozenAt = null, CancellationToken cancellationToken = default)
    {
        Demand(user, committee);
        long id = 0;
        await WriteAsync(
            user,
            async (page, cancel) =>
            {
                Demand(user, committee);
                id = (await MeetingRegister.OpenAsync(page, committee, agenda, frozenAt, cancel)).Id;
            },
            cancellationToken);
        return id;
    }

    /// <summary>Shows the figures as they were known at a moment, UTC.</summary>
    /// <exception cref="BrokenRuleException"><c>meeting.refused</c>, <c>meeting.unknown</c>, <c>meeting.closed</c>, <c>meeting.future</c> or <c>meeting.nothingThen</c>.</exception>
    public Task FreezeAsync(ClaimsPrincipal user, long meeting, DateTime moment, CancellationToken cancellationToken = default) =>
        SteerAsync(user, meeting, (page, cancel) => MeetingRegister.FreezeAsync(page, meeting, moment, cancel), cancellationToken);

    /// <summary>Shows the figures as they come again.</summary>
    /// <exception cref="BrokenRuleException"><c>meeting.refused</c>, <c>meeting.unknown</c> or <c>meeting.closed</c>.</exception>
    public Task UnfreezeAsync(ClaimsPrincipal user, long meeting, CancellationToken cancellationToken = default) =>
        SteerAsync(user, meeting, (page, cancel) => MeetingRegister.UnfreezeAsync(page, meeting, cancel), cancellationToken);

    /// <summary>Shows other scenes, unless somebody else has chosen others meanwhile.</summary>
    /// <param name="user">Who chooses them.</param>
    /// <param name="meeting">Identity of the meeting.</param>
    /// <param name="agenda">The scenes.</param>
    /// <param name="seen">The scenes that these were begun from.</param>
    /// <param name="cancellationToken">Takes the write back as long as it is not done.</param>
    /// <exception cref="AgendaConflictException">Others hold by now than <paramref name="seen"/>; nothing was saved.</exception>
    /// <exception cref="BrokenRuleException"><c>meeting.refused</c>, <c>meeting.unknown</c>, <c>meeting.closed</c>, <c>meeting.empty</c>, <c>meeting.tooMany</c> or <c>meeting.seconds</c>.</exception>
    public Task SetAgendaAsync(ClaimsPrincipal user, long meeting, IReadOnlyList<AgendaItem> agenda, IReadOnlyList<AgendaItem> seen, CancellationToken cancellationToken = default) => SteerAsync(
        user,
        meeting,
        async (page, cancel) =>
        {
            CommitteeMeeting known = await MeetingRegister.FindAsync(page, meeting, cancel);
            if (known.IsOpen && !known.Agenda.SequenceEqual(seen) && !known.Agenda.SequenceEqual(agenda))
            {
                throw new AgendaConflictException(known.Agenda, await MeetingRegister.LastAgendaChangeAsync(page, known, cancel));
            }

            await MeetingRegister.ShowAsync(page, meeting, agenda, cancel);
        },
        cancellationToken);

    /// <summary>Ends a meeting; it is kept.</summary>
    /// <exception cref="BrokenRuleException"><c>meeting.refused</c>, <c>meeting.unknown</c> or <c>meeting.closed</c>.</exception>
    public Task CloseAsync(ClaimsPrincipal user, long meeting, CancellationToken cancellationToken = default) =>
        SteerAsync(user, meeting, (page, cancel) => MeetingRegister.CloseAsync(page, meeting, cancel), cancellationToken);

    private Task SteerAsync(ClaimsPrincipal user, long meeting, Func<LedgerPage, CancellationToken, Task> step, CancellationToken cancellationToken) => WriteAsync(
        user,
        async (page, cancel) =>
        {
            Demand(user, (await MeetingRegister.FindAsync(page, meeting, cancel)).Committee);
            await step(page, cancel);
        },
        cancellationToken);

    private async Task WriteAsync(ClaimsPrincipal user, Func<LedgerPage, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        await ledger.WriteAsync(NameOf(user), work, null, cancellationToken);
        await figures.CatchUpAsync(cancellationToken);
    }

    private void Demand(ClaimsPrincipal user, int committee)
    {
        if (!rights.MaySteer(user, committee))
        {
            denials.Note(user, "/c", committee);
            throw new BrokenRuleException("meeting.refused", $"{NameOf(user)} may not steer this committee's meetings.");
        }
    }

    private static string NameOf(ClaimsPrincipal user) => user.Identity?.Name ?? throw new BrokenRuleException("meeting.refused", "Nobody is signed in.");
}
