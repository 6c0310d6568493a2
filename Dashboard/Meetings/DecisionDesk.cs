using System.Security.Claims;
using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Meetings;
using Dashboard.Live;

namespace Dashboard.Meetings;

/// <summary>Writes what meetings decide, and that it was carried out, for whoever may (<see cref="MeetingRights"/>), each step asked anew inside its transaction.</summary>
public sealed class DecisionDesk(Ledger ledger, MeetingRights rights, Denials denials, LiveFigures figures)
{
    /// <summary>Decides in a meeting, also after it was closed: the minutes are often written then. Returns the identity.</summary>
    /// <param name="user">Who writes.</param>
    /// <param name="decision">What was decided; identity, committee that met and day are set here.</param>
    /// <param name="cancellationToken">Takes the write back as long as it is not done.</param>
    /// <exception cref="BrokenRuleException"><c>meeting.refused</c>, and what <see cref="DecisionRegister.DecideAsync"/> refuses.</exception>
    public async Task<long> DecideAsync(ClaimsPrincipal user, Decision decision, CancellationToken cancellationToken = default)
    {
        long id = 0;
        await WriteAsync(
            user,
            async (page, cancel) =>
            {
                Demand(user, rights.MaySteer(user, (await MeetingRegister.FindAsync(page, decision.Meeting, cancel)).Committee), decision.Owing);
                id = (await DecisionRegister.DecideAsync(page, decision with { Note = Trimmed(decision.Note) }, cancel)).Id;
            },
            cancellationToken);
        return id;
    }

    /// <summary>A decision was carried out on a day.</summary>
    /// <exception cref="BrokenRuleException">
    /// <c>meeting.refused</c>, <c>decision.unknown</c>, <c>decision.changed</c>, <c>decision.done</c>, <c>decision.doneTooEarly</c> or <c>decision.future</c>.
    /// </exception>
    public Task DoneAsync(ClaimsPrincipal user, Decision seen, DateOnly day, CancellationToken cancellationToken = default) => ChangeAsync(
        user,
        seen,
        (known, today) => day > today ? throw new BrokenRuleException("decision.future", $"{day:yyyy-MM-dd} has not come yet.", day) : known.Done(day),
        cancellationToken);

    /// <summary>That it was carried out was a mistake.</summary>
    /// <exception cref="BrokenRuleException"><c>meeting.refused</c>, <c>decision.unknown</c>, <c>decision.changed</c> or <c>decision.open</c>.</exception>
    public Task ReopenAsync(ClaimsPrincipal user, Decision seen, CancellationToken cancellationToken = default) =>
        ChangeAsync(user, seen, (known, _) => known.Reopen(), cancellationToken);

    /// <summary>Takes back a decision that was written by mistake; the log keeps it. Who steers the meeting may, who owes it may not.</summary>
    /// <exception cref="BrokenRuleException"><c>meeting.refused</c>, <c>decision.unknown</c> or <c>decision.changed</c>.</exception>
    public Task TakeBackAsync(ClaimsPrincipal user, Decision seen, CancellationToken cancellationToken = default) => WriteAsync(
        user,
        async (page, cancel) =>
        {
            Decision known = await KnownAsync(page, seen, cancel);
            Demand(user, rights.MaySteer(user, known.Committee), known.Owing);
            DecisionRegister.Withdraw(page, known);
        },
        cancellationToken);

    private Task ChangeAsync(ClaimsPrincipal user, Decision seen, Func<Decision, DateOnly, Decision> change, CancellationToken cancellationToken) => WriteAsync(
        user,
        async (page, cancel) =>
        {
            Decision known = await KnownAsync(page, seen, cancel);
            Demand(user, rights.MaySettle(user, known), known.Owing);
            await DecisionRegister.PutAsync(page, change(known, page.Today), cancel);
        },
        cancellationToken);

    private static async Task<Decision> KnownAsync(LedgerPage page, Decision seen, CancellationToken cancellationToken) =>
        await DecisionRegister.FindAsync(page, seen.Id, cancellationToken) is var known && known == seen
            ? known
            : throw new BrokenRuleException("decision.changed", $"Decision {seen.Id} was changed since it was read.", seen.Id);

    private async Task WriteAsync(ClaimsPrincipal user, Func<LedgerPage, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        await ledger.WriteAsync(NameOf(user), work, null, cancellationToken);
        await figures.CatchUpAsync(cancellationToken);
    }

    private void Demand(ClaimsPrincipal user, bool may, int committee)
    {
        if (!may)
        {
            denials.Note(user, "/c", committee);
            throw new BrokenRuleException("meeting.refused", $"{NameOf(user)} may not write this decision.");
        }
    }

    private static string NameOf(ClaimsPrincipal user) => user.Identity?.Name ?? throw new BrokenRuleException("meeting.refused", "Nobody is signed in.");

    private static string? Trimmed(string? text) => text?.Trim() is { Length: > 0 } trimmed ? trimmed : null;
}
