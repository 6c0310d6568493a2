using System.Security.Claims;
using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Lapses;
using Dashboard.Live;

namespace Dashboard.Lapses;

/// <summary>Writes lapses for whoever may (<see cref="LapseRights"/>), each write asked anew, whatever a page has shown.</summary>
public sealed class LapseDesk(Ledger ledger, LapseRights rights, Denials denials, LiveFigures figures, LocalCalendar calendar)
{
    /// <summary>Enters a new lapse and returns its identity.</summary>
    /// <exception cref="BrokenRuleException">
    /// <c>lapse.refused</c>, <c>lapse.late</c>, <c>lapse.future</c>, <c>lapse.notOpen</c>, <c>lapse.dates</c>, <c>text.tooLong</c> or <c>text.personal</c>.
    /// </exception>
    public async Task<long> RegisterAsync(ClaimsPrincipal writer, Lapse lapse, CancellationToken cancellationToken = default)
    {
        Demand(writer, lapse);
        long id = 0;
        await ledger.WriteAsync(
            NameOf(writer),
            async (page, cancel) =>
            {
                Check(lapse, calendar.Today);
                id = (await LapseRegister.RegisterAsync(page, [lapse with { RemediedOn = null, Note = Trimmed(lapse.Note) }], cancel))[0].Id;
            },
            null,
            cancellationToken);
        await figures.CatchUpAsync(cancellationToken);
        return id;
    }

    /// <summary>Replaces what was entered of a lapse; whose it is and whether it is remedied stay.</summary>
    /// <param name="writer">Who writes.</param>
    /// <param name="seen">What the writer saw.</param>
    /// <param name="lapse">What holds now.</param>
    /// <param name="cancellationToken">Takes the write back as long as it is not done.</param>
    /// <exception cref="BrokenRuleException">As for entering one, or <c>lapse.changed</c>.</exception>
    public Task RestateAsync(ClaimsPrincipal writer, Lapse seen, Lapse lapse, CancellationToken cancellationToken = default) =>
        ChangeAsync(writer, seen, null, (known, today) => Checked(lapse with { Id = known.Id, Committee = known.Committee, RemediedOn = known.RemediedOn, Note = Trimmed(lapse.Note) }, today), cancellationToken);

    /// <summary>The lapse was remedied on a day.</summary>
    /// <exception cref="BrokenRuleException"><c>lapse.refused</c>, <c>lapse.changed</c>, <c>lapse.remedied</c>, <c>lapse.remediedTooEarly</c> or <c>lapse.future</c>.</exception>
    public Task RemedyAsync(ClaimsPrincipal writer, Lapse seen, DateOnly day, CancellationToken cancellationToken = default) => ChangeAsync(
        writer, seen, null, (known, today) => day > today ? throw Future(day) : known.Remedy(day), cancellationToken);

    /// <summary>That the lapse was remedied was a mistake.</summary>
    /// <exception cref="BrokenRuleException"><c>lapse.refused</c>, <c>lapse.changed</c>, <c>lapse.reason</c>, <c>lapse.open</c>, <c>text.tooLong</c> or <c>text.personal</c>.</exception>
    public Task ReopenAsync(ClaimsPrincipal writer, Lapse seen, string? reason, CancellationToken cancellationToken = default) => Trimmed(reason) is { } why
        ? ChangeAsync(writer, seen, why, (known, _) => known.Reopen(), cancellationToken)
        : throw new BrokenRuleException("lapse.reason", "A reason is needed.");

    private async Task ChangeAsync(ClaimsPrincipal writer, Lapse seen, string? reason, Func<Lapse, DateOnly, Lapse> change, CancellationToken cancellationToken)
    {
        Demand(writer, seen);
        await ledger.WriteAsync(
            NameOf(writer),
            async (page, cancel) =>
            {
                Lapse known = await page.Db.Lapses.FindAsync([seen.Id], cancel) ?? throw new BrokenRuleException("lapse.unknown", $"No lapse has the number {seen.Id}.", seen.Id);
                // What the page said it saw is not believed: whose it is and how it was found are asked of what is kept.
                Demand(writer, known);
                if (known != seen)
                {
                    throw new BrokenRuleException("lapse.changed", $"Lapse {seen.Id} was changed since it was read.", seen.Id);
                }

                Lapse changed = change(known, calendar.Today);
                Demand(writer, changed);
                await LapseRegister.RestateAsync(page, changed, cancel);
            },
            reason,
            cancellationToken);
        await figures.CatchUpAsync(cancellationToken);
    }

    private void Demand(ClaimsPrincipal writer, Lapse lapse)
    {
        if (rights.MayWrite(writer, lapse.Committee, lapse.FoundBy))
        {
            return;
        }

        denials.Note(writer, "/c", lapse.Committee);
        throw new BrokenRuleException("lapse.refused", $"{NameOf(writer)} may not write this lapse.");
    }

    private Lapse Checked(Lapse lapse, DateOnly today)
    {
        Check(lapse, today);
        return lapse;
    }

    private void Check(Lapse lapse, DateOnly today)
    {
        if (lapse.Kind == LapseKind.LateReturn)
        {
            throw new BrokenRuleException("lapse.late", "Late returns are found by the system.");
        }

        if (lapse.FoundOn > today)
        {
            throw Future(lapse.FoundOn);
        }

        Committee committee = figures.Now.Hierarchy[lapse.Committee];
        if (!committee.IsOpenOn(lapse.FoundOn))
        {
            throw new BrokenRuleException("lapse.notOpen", $"{committee.Code} was not open on {lapse.FoundOn:yyyy-MM-dd}.", committee.Code, lapse.FoundOn);
        }
    }

    private static BrokenRuleException Future(DateOnly day) => new("lapse.future", $"{day:yyyy-MM-dd} has not come yet.", day);

    private static string NameOf(ClaimsPrincipal writer) => writer.Identity?.Name ?? throw new BrokenRuleException("lapse.refused", "Nobody is signed in.");

    private static string? Trimmed(string? text) => text?.Trim() is { Length: > 0 } trimmed ? trimmed : null;
}
