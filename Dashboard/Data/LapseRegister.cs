using System.Globalization;
using Dashboard.Domain;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Lapses;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data;

/// <summary>Keeps the lapses of committees.</summary>
public sealed class LapseRegister(Ledger ledger)
{
    /// <summary>Enters new lapses, which get their identities here, all or none.</summary>
    /// <exception cref="BrokenRuleException"><c>lapse.dates</c>, <c>lapse.remediedTooEarly</c>, <c>text.tooLong</c>, <c>text.personal</c> or <c>structure.unknown</c>.</exception>
    public Task<WriteReceipt> RegisterAsync(string account, IReadOnlyList<Lapse> lapses, string? reason = null, CancellationToken cancellationToken = default) =>
        ledger.WriteAsync(account, (page, token) => RegisterAsync(page, lapses, token), reason, cancellationToken);

    /// <summary>Replaces what is known of a lapse.</summary>
    /// <exception cref="BrokenRuleException">As for entering one, or <c>lapse.unknown</c>.</exception>
    public Task<WriteReceipt> RestateAsync(string account, Lapse lapse, string? reason = null, CancellationToken cancellationToken = default) =>
        ledger.WriteAsync(account, (page, token) => RestateAsync(page, lapse, token), reason, cancellationToken);

    /// <summary>The lapse was remedied on <paramref name="day"/>.</summary>
    /// <exception cref="BrokenRuleException"><c>lapse.unknown</c>, <c>lapse.remedied</c> or <c>lapse.remediedTooEarly</c>.</exception>
    public Task<WriteReceipt> RemedyAsync(string account, long id, DateOnly day, string? reason = null, CancellationToken cancellationToken = default) =>
        ledger.WriteAsync(account, async (page, token) => await RestateAsync(page, (await FindAsync(page, id, token)).Remedy(day), token), reason, cancellationToken);

    /// <summary>Enters new lapses as part of a larger write and returns them with their identities.</summary>
    public static async Task<IReadOnlyList<Lapse>> RegisterAsync(LedgerPage page, IReadOnlyList<Lapse> lapses, CancellationToken cancellationToken = default)
    {
        await page.Db.SaveChangesAsync(cancellationToken);
        long last = await page.Db.Lapses.MaxAsync(l => (long?)l.Id, cancellationToken) ?? 0;
        Lapse[] registered = [.. lapses.Select((lapse, i) => lapse with { Id = last + 1 + i })];
        foreach (Lapse lapse in registered)
        {
            await CheckAsync(page, lapse, cancellationToken);
            page.Db.Add(lapse);
            page.Record(Subject.Lapse, lapse.Committee, Key(lapse.Id), null, LogPayload.Write(lapse));
        }

        return registered;
    }

    /// <summary>Replaces what is known of a lapse as part of a larger write.</summary>
    public static async Task RestateAsync(LedgerPage page, Lapse lapse, CancellationToken cancellationToken = default)
    {
        Lapse known = await FindAsync(page, lapse.Id, cancellationToken);
        await CheckAsync(page, lapse, cancellationToken);
        await page.PutAsync(lapse, [known.Id], Subject.Lapse, lapse.Committee, Key(lapse.Id), LogPayload.Write, cancellationToken);
    }

    private static string Key(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static async Task<Lapse> FindAsync(LedgerPage page, long id, CancellationToken cancellationToken) =>
        await page.Db.Lapses.FindAsync([id], cancellationToken)
        ?? throw new BrokenRuleException("lapse.unknown", $"No lapse has the number {id}.", id);

    private static async Task CheckAsync(LedgerPage page, Lapse lapse, CancellationToken cancellationToken)
    {
        await page.CodeOfCommitteeAsync(lapse.Committee, cancellationToken);
        LapseRules.Check(lapse);
    }
}
