using System.Globalization;
using Dashboard.Domain;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data;

/// <summary>Keeps what meetings decide. Who may decide is asked before. The log tells of a decision at the committee that owes it.</summary>
public static class DecisionRegister
{
    /// <summary>Decides, as part of a larger write; the identity, the committee that met and the day are set here.</summary>
    /// <exception cref="BrokenRuleException">
    /// <c>meeting.unknown</c>, <c>structure.unknown</c>, <c>indicator.unknown</c>, <c>decision.due</c>, <c>decision.about</c>, <c>decision.owing</c>,
    /// <c>decision.notOpen</c> when the owing committee is closed, <c>text.tooLong</c> or <c>text.personal</c>.
    /// </exception>
    public static async Task<Decision> DecideAsync(LedgerPage page, Decision decision, CancellationToken cancellationToken)
    {
        CommitteeMeeting meeting = await MeetingRegister.FindAsync(page, decision.Meeting, cancellationToken);
        Decision decided = decision with { Id = page.LastSequence + 1, Committee = meeting.Committee, DecidedOn = meeting.HeldOn, DoneOn = null };
        Committee owing = await CommitteeAsync(page, decided.Owing, cancellationToken);
        if (!owing.IsOpenOn(page.Today))
        {
            throw new BrokenRuleException("decision.notOpen", $"{owing.Code} is not open.", owing.Code);
        }

        if (decided.Indicator is { } indicator)
        {
            await page.IndicatorAsync(indicator, cancellationToken);
        }

        var within = new HashSet<int>();
        foreach (int committee in new[] { decided.About, decided.Owing })
        {
            if (await IsWithinAsync(page, committee, meeting.Committee, cancellationToken))
            {
                within.Add(committee);
            }
        }

        DecisionRules.Check(decided, within.Contains);
        await PutAsync(page, decided, cancellationToken);
        return decided;
    }

    /// <summary>Replaces what is known of a decision.</summary>
    internal static Task<bool> PutAsync(LedgerPage page, Decision decision, CancellationToken cancellationToken) =>
        page.PutAsync(decision, [decision.Id], Subject.Decision, decision.Owing, Key(decision.Id), LogPayload.Write, cancellationToken);

    /// <summary>Takes a decision away that was never taken; the log keeps it.</summary>
    internal static void Withdraw(LedgerPage page, Decision known)
    {
        page.Db.Remove(known);
        page.Record(Subject.Decision, known.Owing, Key(known.Id), LogPayload.Write(known), null);
    }

    /// <summary>The decision with an identity.</summary>
    /// <exception cref="BrokenRuleException">There is none (<c>decision.unknown</c>).</exception>
    public static async Task<Decision> FindAsync(LedgerPage page, long id, CancellationToken cancellationToken) =>
        await page.Db.Decisions.FindAsync([id], cancellationToken) ?? throw new BrokenRuleException("decision.unknown", $"No decision has the number {id}.", id);

    private static string Key(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static async Task<Committee> CommitteeAsync(LedgerPage page, int number, CancellationToken cancellationToken) =>
        await page.Db.Committees.FindAsync([number], cancellationToken) ?? throw new BrokenRuleException("structure.unknown", $"No committee has the number {number}.", number);

    /// <summary>Asked of the rows themselves: the committee may have been moved a moment ago.</summary>
    private static async Task<bool> IsWithinAsync(LedgerPage page, int committee, int top, CancellationToken cancellationToken)
    {
        string wanted = (await CommitteeAsync(page, top, cancellationToken)).Code;
        DateOnly day = page.Today;
        for (string? code = (await CommitteeAsync(page, committee, cancellationToken)).Code; code is not null;)
        {
            if (code == wanted)
            {
                return true;
            }

            string below = code;
            code = await page.Db.Placements.Where(p => p.Committee == below && (p.From == null || p.From <= day) && (p.To == null || p.To >= day)).Select(p => p.Parent).FirstOrDefaultAsync(cancellationToken);
        }

        return false;
    }
}
