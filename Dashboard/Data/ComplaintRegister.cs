using Dashboard.Domain;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Complaints;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data;

/// <summary>Keeps the complaints before committees. Who complained and about whom stays in the paper file.</summary>
public sealed class ComplaintRegister(Ledger ledger)
{
    /// <summary>Enters new complaints, which get their identities here, all or none.</summary>
    /// <exception cref="BrokenRuleException">
    /// <c>complaint.reference</c>, <c>complaint.category</c>, <c>complaint.dates</c>, <c>complaint.outcome</c>, <c>complaint.extensions</c>,
    /// <c>complaint.duplicate</c> or <c>structure.unknown</c>.
    /// </exception>
    public Task<WriteReceipt> RegisterAsync(string account, IReadOnlyList<Complaint> complaints, string? reason = null, CancellationToken cancellationToken = default) =>
        ledger.WriteAsync(account, (page, token) => RegisterAsync(page, complaints, token), reason, cancellationToken);

    /// <summary>Replaces what is known of a complaint.</summary>
    /// <exception cref="BrokenRuleException">As for entering one, or <c>complaint.unknown</c>.</exception>
    public Task<WriteReceipt> RestateAsync(string account, Complaint complaint, string? reason = null, CancellationToken cancellationToken = default) =>
        ledger.WriteAsync(account, (page, token) => RestateAsync(page, complaint, token), reason, cancellationToken);

    /// <summary>The complaint was resolved on <paramref name="day"/>.</summary>
    /// <exception cref="BrokenRuleException">As for entering one, or <c>complaint.unknown</c>.</exception>
    public Task<WriteReceipt> ResolveAsync(string account, long id, DateOnly day, ComplaintOutcome outcome, string? reason = null, CancellationToken cancellationToken = default) =>
        ledger.WriteAsync(
            account,
            async (page, token) => await RestateAsync(page, (await FindAsync(page, id, token)).Resolve(day, outcome), token),
            reason,
            cancellationToken);

    /// <summary>Enters new complaints as part of a larger write and returns them with their identities.</summary>
    public static async Task<IReadOnlyList<Complaint>> RegisterAsync(LedgerPage page, IReadOnlyList<Complaint> complaints, CancellationToken cancellationToken = default)
    {
        await page.Db.SaveChangesAsync(cancellationToken);
        long last = await page.Db.Complaints.MaxAsync(c => (long?)c.Id, cancellationToken) ?? 0;
        Complaint[] registered = [.. complaints.Select((complaint, i) => complaint with { Id = last + 1 + i })];
        var references = new HashSet<(int, string)>();
        foreach (Complaint complaint in registered)
        {
            await CheckAsync(page, complaint, cancellationToken);
            if (!references.Add((complaint.Committee, complaint.Reference)))
            {
                throw await DuplicateAsync(page, complaint, cancellationToken);
            }

            page.Db.Add(complaint);
            page.Record(Subject.Complaint, complaint.Committee, complaint.Reference, null, LogPayload.Write(complaint));
        }

        return registered;
    }

    /// <summary>Replaces what is known of a complaint as part of a larger write.</summary>
    public static async Task RestateAsync(LedgerPage page, Complaint complaint, CancellationToken cancellationToken = default)
    {
        Complaint known = await FindAsync(page, complaint.Id, cancellationToken);
        await CheckAsync(page, complaint, cancellationToken);
        await page.PutAsync(complaint, [known.Id], Subject.Complaint, complaint.Committee, complaint.Reference, LogPayload.Write, cancellationToken);
    }

    private static async Task<Complaint> FindAsync(LedgerPage page, long id, CancellationToken cancellationToken) =>
        await page.Db.Complaints.FindAsync([id], cancellationToken)
        ?? throw new BrokenRuleException("complaint.unknown", $"No complaint has the number {id}.", id);

    private static async Task CheckAsync(LedgerPage page, Complaint complaint, CancellationToken cancellationToken)
    {
        await page.CodeOfCommitteeAsync(complaint.Committee, cancellationToken);
        if (ComplaintRules.Faults(complaint, DeadlineRules.Starting).FirstOrDefault() is { } fault)
        {
            throw fault;
        }

        if (await page.Db.Complaints.AnyAsync(c => c.Committee == complaint.Committee && c.Reference == complaint.Reference && c.Id != complaint.Id, cancellationToken))
        {
            throw await DuplicateAsync(page, complaint, cancellationToken);
        }
    }

    private static async Task<BrokenRuleException> DuplicateAsync(LedgerPage page, Complaint complaint, CancellationToken cancellationToken)
    {
        string committee = await page.CodeOfCommitteeAsync(complaint.Committee, cancellationToken);
        return new BrokenRuleException("complaint.duplicate", $"{committee} already has a complaint {complaint.Reference}.", committee, complaint.Reference);
    }
}
