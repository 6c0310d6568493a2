using Dashboard.Domain;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Committees;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data;

/// <summary>Keeps the committees and where they stand. Every verb is checked against the whole structure, on every day.</summary>
public sealed class CommitteeRegister(Ledger ledger)
{
    /// <summary>Registers many at once, in the order given; they get the next numbers. All or none.</summary>
    /// <exception cref="BrokenRuleException">One of the <c>structure.…</c> rules, <c>text.tooLong</c> or <c>text.personal</c>.</exception>
    public Task<WriteReceipt> AddAsync(string account, IReadOnlyList<Committee> committees, IReadOnlyList<Placement> placements, string? reason = null, CancellationToken cancellationToken = default) =>
        ledger.WriteAsync(account, (page, token) => AddAsync(page, committees, placements, token), reason, cancellationToken);

    /// <summary>Opens a committee under <paramref name="parent"/> for its whole life; a root without one.</summary>
    /// <exception cref="BrokenRuleException">One of the <c>structure.…</c> rules, <c>text.tooLong</c> or <c>text.personal</c>.</exception>
    public Task<WriteReceipt> OpenAsync(string account, Committee committee, string? parent, string? reason = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(account, committee.Code, before => before.Open(committee, parent), reason, cancellationToken);

    /// <summary>From <paramref name="from"/> the committee stands under <paramref name="parent"/>; null makes it a root.</summary>
    /// <exception cref="BrokenRuleException">One of the <c>structure.…</c> rules, <c>text.tooLong</c> or <c>text.personal</c>.</exception>
    public Task<WriteReceipt> MoveUnderAsync(string account, string code, string? parent, DateOnly from, string? reason = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(account, code, before => before.MoveUnder(code, parent, from), reason, cancellationToken);

    /// <summary>Closes a committee after <paramref name="lastDay"/>; the first of <paramref name="successors"/> carries its figures.</summary>
    /// <exception cref="BrokenRuleException">One of the <c>structure.…</c> rules, <c>text.tooLong</c> or <c>text.personal</c>.</exception>
    public Task<WriteReceipt> CloseAsync(string account, string code, DateOnly lastDay, IReadOnlyList<string> successors, string? reason = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(account, code, before => before.Close(code, lastDay, successors), reason, cancellationToken);

    /// <summary>Gives a committee other names or another level.</summary>
    /// <exception cref="BrokenRuleException"><c>structure.unknown</c>, <c>text.tooLong</c> or <c>text.personal</c>.</exception>
    public Task<WriteReceipt> RenameAsync(string account, string code, string name, string? nameEn, CommitteeLevel level, string? reason = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(account, code, before => before.Rename(code, name, nameEn, level), reason, cancellationToken);

    /// <summary>The structure as the database holds it.</summary>
    public static async Task<Hierarchy> LoadAsync(DashboardDb db, CancellationToken cancellationToken = default) => Hierarchy.From(
        await db.Committees.AsNoTracking().OrderBy(c => c.Number).ToListAsync(cancellationToken),
        await db.Placements.AsNoTracking().ToListAsync(cancellationToken));

    /// <summary>Registers many as part of a larger write.</summary>
    public static async Task AddAsync(LedgerPage page, IReadOnlyList<Committee> committees, IReadOnlyList<Placement> placements, CancellationToken cancellationToken = default)
    {
        Hierarchy before = await LoadSavedAsync(page, cancellationToken);
        Hierarchy after = before.Add(committees, placements);
        for (int number = before.Count; number < after.Count; number++)
        {
            CheckTexts(after[number]);
            page.Db.Add(after[number]);
            page.Db.AddRange(after.PlacementsOf(number));
            page.Record(Subject.Structure, number, after[number].Code, null, Write(after, number));
        }

        foreach (string grown in placements.Select(p => p.Committee).Distinct())
        {
            await PutPlacementsAsync(page, before, after, grown, cancellationToken);
        }
    }

    private Task<WriteReceipt> ChangeAsync(string account, string code, Func<Hierarchy, Hierarchy> verb, string? reason, CancellationToken cancellationToken) =>
        ledger.WriteAsync(account, (page, token) => ChangeAsync(page, code, verb, token), reason, cancellationToken);

    private static async Task ChangeAsync(LedgerPage page, string code, Func<Hierarchy, Hierarchy> verb, CancellationToken cancellationToken)
    {
        Hierarchy before = await LoadSavedAsync(page, cancellationToken);
        Hierarchy after = verb(before);
        int number = after.NumberOf(code);
        CheckTexts(after[number]);
        if (number == before.Count)
        {
            page.Db.Add(after[number]);
            page.Db.AddRange(after.PlacementsOf(number));
            page.Record(Subject.Structure, number, code, null, Write(after, number));
            return;
        }

        Committee known = (await page.Db.Committees.FindAsync([number], cancellationToken))!;
        page.Db.Entry(known).CurrentValues.SetValues(after[number]);
        await PutPlacementsAsync(page, before, after, code, cancellationToken);
    }

    private static void CheckTexts(Committee committee)
    {
        FreeText.Check(committee.Code, FreeText.LongestCode, TextField.CommitteeCode);
        FreeText.Check(committee.Name, FreeText.LongestName, TextField.CommitteeName);
        FreeText.Check(committee.NameEn, FreeText.LongestName, TextField.CommitteeName);
    }

    /// <summary>Replaces the placements of a committee that was there before, and records it when something changed.</summary>
    private static async Task PutPlacementsAsync(LedgerPage page, Hierarchy before, Hierarchy after, string code, CancellationToken cancellationToken)
    {
        if (!before.TryNumberOf(code, out int number) || Write(before, number) is var was && was == Write(after, number))
        {
            return;
        }

        await page.Db.Placements.Where(p => p.Committee == code).ExecuteDeleteAsync(cancellationToken);
        page.Db.AddRange(after.PlacementsOf(number));
        page.Record(Subject.Structure, number, code, Write(before, number), Write(after, number));
    }

    private static async Task<Hierarchy> LoadSavedAsync(LedgerPage page, CancellationToken cancellationToken)
    {
        await page.Db.SaveChangesAsync(cancellationToken);
        return await LoadAsync(page.Db, cancellationToken);
    }

    private static string Write(Hierarchy hierarchy, int number) =>
        LogPayload.Write(new PlacedCommittee(hierarchy[number], hierarchy.PlacementsOf(number)));
}
