using Dashboard.Access;
using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Complaints;
using Dashboard.Live;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Complaints;

/// <summary>
/// Where officers keep the register. Who asks is looked up again inside the writing transaction, so that a right taken away a
/// moment ago counts no more; a committee outside their scope does not exist for them. A change is made to the case as it
/// was seen: when somebody else has changed it since, nothing is written and that is said. What is written is in the live
/// figures when the answer comes.
/// </summary>
public sealed class ComplaintDesk(Ledger ledger, AccountScopes scopes, CommitteeDirectory directory, LiveFigures figures, LocalCalendar calendar)
{
    private static readonly DeadlineRules Rules = DeadlineRules.Starting;

    /// <summary>Enters a new case, which gets its identity here.</summary>
    /// <exception cref="BrokenRuleException">
    /// <c>complaint.outside</c>, <c>complaint.closed</c>, <c>complaint.future</c>, <c>complaint.dueOn</c>, or one that <see cref="ComplaintRegister.RegisterAsync(string,IReadOnlyList{Complaint},string?,CancellationToken)"/> names.
    /// </exception>
    public async Task<Complaint> RegisterAsync(Rights by, Complaint complaint, CancellationToken cancellationToken = default)
    {
        Complaint entered = complaint;
        await WriteAsync(
            by,
            complaint.Committee,
            async (page, token) =>
            {
                if (figures.Now.Hierarchy[complaint.Committee] is { ClosedOn: { } closed } committee && closed < calendar.Today)
                {
                    throw new BrokenRuleException("complaint.closed", $"{committee.Code} was closed on {closed:yyyy-MM-dd} and takes no new cases.", committee.Code, closed);
                }

                CheckDays(complaint, calendar.Today);
                CheckDeadline(complaint, null);
                entered = (await ComplaintRegister.RegisterAsync(page, [complaint], token))[0];
            },
            null,
            cancellationToken);
        return entered;
    }

    /// <summary>The case is accepted for handling: the deadline now runs from <paramref name="day"/>.</summary>
    /// <exception cref="BrokenRuleException"><c>complaint.changed</c>, <c>complaint.future</c>, <c>complaint.dates</c>, <c>complaint.resolved</c>, <c>complaint.unknown</c> or <c>complaint.outside</c>.</exception>
    public Task<Complaint> AcceptAsync(Rights by, Complaint seen, DateOnly day, bool isComplex, CancellationToken cancellationToken = default) =>
        ChangeAsync(by, seen, seen.Accept(day, isComplex, Rules), null, cancellationToken);

    /// <summary>The deadline moves by one extension.</summary>
    /// <exception cref="BrokenRuleException"><c>complaint.extensions</c>, or as for <see cref="AcceptAsync"/>.</exception>
    public Task<Complaint> ExtendAsync(Rights by, Complaint seen, CancellationToken cancellationToken = default) =>
        ChangeAsync(by, seen, seen.Extend(Rules), null, cancellationToken);

    /// <summary>The case is resolved.</summary>
    /// <exception cref="BrokenRuleException">As for <see cref="AcceptAsync"/>.</exception>
    public Task<Complaint> ResolveAsync(Rights by, Complaint seen, DateOnly day, ComplaintOutcome outcome, CancellationToken cancellationToken = default) =>
        ChangeAsync(by, seen, seen.Resolve(day, outcome), null, cancellationToken);

    /// <summary>Corrects what was entered wrongly; the committee stays, what came to another is passed on and entered there.</summary>
    /// <exception cref="BrokenRuleException"><c>complaint.reason</c>, <c>complaint.committee</c>, <c>complaint.dueOn</c>, <c>text.tooLong</c>, <c>text.personal</c>, or as for <see cref="RegisterAsync"/>.</exception>
    public Task<Complaint> CorrectAsync(Rights by, Complaint seen, Complaint corrected, string reason, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new BrokenRuleException("complaint.reason", "A correction needs a reason.");
        }

        CheckDeadline(corrected, seen);
        return ChangeAsync(by, seen, corrected, reason.Trim(), cancellationToken);
    }

    /// <summary>Takes the last change back: the case is as it was before, as long as nobody changed it since.</summary>
    /// <exception cref="BrokenRuleException">As for <see cref="AcceptAsync"/>.</exception>
    public Task<Complaint> UndoAsync(Rights by, Complaint after, Complaint before, CancellationToken cancellationToken = default) =>
        ChangeAsync(by, after, before, null, cancellationToken);

    private async Task<Complaint> ChangeAsync(Rights by, Complaint seen, Complaint changed, string? reason, CancellationToken cancellationToken)
    {
        if ((changed.Id, changed.Committee) != (seen.Id, seen.Committee))
        {
            throw new BrokenRuleException("complaint.committee", "A case stays with the committee that it was entered for.");
        }

        await WriteAsync(
            by,
            seen.Committee,
            async (page, token) =>
            {
                Complaint? known = await page.Db.Complaints.AsNoTracking().SingleOrDefaultAsync(c => c.Id == seen.Id, token);
                if (known != seen)
                {
                    throw known is null
                        ? new BrokenRuleException("complaint.unknown", $"No complaint has the number {seen.Id}.", seen.Id)
                        : new BrokenRuleException("complaint.changed", $"{seen.Reference} was changed by somebody else meanwhile.", seen.Reference);
                }

                CheckDays(changed, calendar.Today);
                await ComplaintRegister.RestateAsync(page, changed, token);
            },
            reason,
            cancellationToken);
        return changed;
    }

    private async Task WriteAsync(Rights by, int committee, Func<LedgerPage, CancellationToken, Task> work, string? reason, CancellationToken cancellationToken)
    {
        await ledger.WriteAsync(
            by.Account,
            async (page, token) =>
            {
                Account? officer = await page.Db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Name == by.Account, token);
                IReadOnlyList<Grant> grants = officer is { ClosedAt: null } ? officer.Grants : [];
                if (!scopes.Of(by with { Grants = grants }, AccountRole.Officer).Sees(committee, directory.Search.ParentOf))
                {
                    throw new BrokenRuleException("complaint.outside", "The committee is not one that the account enters for.");
                }

                await work(page, token);
            },
            reason,
            cancellationToken);
        await figures.CatchUpAsync(cancellationToken);
    }

    private static void CheckDays(Complaint complaint, DateOnly today)
    {
        if (complaint.ReceivedOn > today || complaint.AcceptedOn > today || complaint.ResolvedOn > today)
        {
            throw new BrokenRuleException("complaint.future", $"Nothing is received, accepted or resolved after {today:yyyy-MM-dd}.", today);
        }
    }

    /// <summary>The deadline follows from a rule; one that follows from none of today's stays as it is while what it hangs on does.</summary>
    private static void CheckDeadline(Complaint complaint, Complaint? known)
    {
        bool isAsBefore = known is not null && (known.Kind, known.ReceivedOn, known.AcceptedOn, known.Extensions, known.DueOn)
            == (complaint.Kind, complaint.ReceivedOn, complaint.AcceptedOn, complaint.Extensions, complaint.DueOn);
        if (!isAsBefore && DeadlineReason.Of(Rules, complaint) is null)
        {
            throw new BrokenRuleException("complaint.dueOn", $"No rule makes {complaint.Reference} due on {complaint.DueOn:yyyy-MM-dd}.", complaint.Reference, complaint.DueOn);
        }
    }
}
