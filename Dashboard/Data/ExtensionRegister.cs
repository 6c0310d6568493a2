using Dashboard.Domain;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data;

/// <summary>Keeps the requests for more time, as part of the writes of whoever decides on them.</summary>
public static class ExtensionRegister
{
    /// <summary>Enters a request, which gets its identity here, or what was answered to one.</summary>
    public static async Task PutAsync(LedgerPage page, Extension asked, CancellationToken cancellationToken = default)
    {
        FreeText.Check(asked.Note, Extension.LongestNote, TextField.ExtensionNote);
        await page.CodeOfCommitteeAsync(asked.Committee, cancellationToken);
        // What this transaction wrote before must be counted too.
        await page.Db.SaveChangesAsync(cancellationToken);
        long id = asked.Id > 0 ? asked.Id : (await page.Db.Extensions.MaxAsync(e => (long?)e.Id, cancellationToken) ?? 0) + 1;
        await page.PutAsync(
            ExtensionRow.Of(asked with { Id = id }), [id], Subject.Extension, asked.Committee, $"{asked.Form}|{asked.Period}", r => LogPayload.Write(r.ToExtension()), cancellationToken);
    }

    /// <summary>What was asked for a return, the first one first.</summary>
    public static async Task<IReadOnlyList<Extension>> OfAsync(DashboardDb db, int committee, string form, Period period, CancellationToken cancellationToken = default) =>
        [.. (await db.Extensions.AsNoTracking().Where(e => e.Committee == committee && e.Form == form && e.Start == period.Start && e.End == period.End)
            .OrderBy(e => e.Id).ToListAsync(cancellationToken)).Select(e => e.ToExtension())];

    /// <summary>One request.</summary>
    /// <exception cref="BrokenRuleException"><c>extension.unknown</c>.</exception>
    public static async Task<Extension> FindAsync(DashboardDb db, long id, CancellationToken cancellationToken = default) =>
        (await db.Extensions.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancellationToken))?.ToExtension()
        ?? throw new BrokenRuleException("extension.unknown", $"No request for more time has the number {id}.", id);
}
