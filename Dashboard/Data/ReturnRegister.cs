using Dashboard.Domain;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data;

/// <summary>
/// Keeps where each return stands. Which state may follow which is the domain's matter and was decided by whoever calls;
/// the return's figures go through the <see cref="FigureLedger"/> in the same write.
/// </summary>
public sealed class ReturnRegister(Ledger ledger)
{
    /// <summary>Sets the state of returns, all or none.</summary>
    /// <exception cref="BrokenRuleException"><c>form.unknown</c> or <c>structure.unknown</c>.</exception>
    public Task<WriteReceipt> SetAsync(string account, IReadOnlyList<Return> returns, string? reason = null, CancellationToken cancellationToken = default) =>
        ledger.WriteAsync(account, (page, token) => SetAsync(page, returns, token), reason, cancellationToken);

    /// <summary>Key of a return's entries: form and period, <c>quarterly|2026-Q3</c>.</summary>
    public static string Key(Return handedIn) => $"{handedIn.Form}|{handedIn.Period}";

    /// <summary>Keeps what is entered in one line as part of a larger write; a line that says what held already changes nothing.</summary>
    /// <exception cref="BrokenRuleException">What <see cref="ReturnLineRules.Check"/> refuses.</exception>
    public static async Task EnterAsync(LedgerPage page, int committee, string form, Period period, ReturnLine line, CancellationToken cancellationToken = default)
    {
        ReturnLineRules.Check(line);
        object[] id = [committee, form, period.Start, period.End, line.Indicator];
        string key = $"{form}|{period}|{line.Indicator}";
        await page.PutAsync(ReturnLineRow.Of(committee, form, period, line), id, Subject.Entry, committee, key, r => LogPayload.Write(r.ToLine()), cancellationToken);
    }

    /// <summary>Sets the state of returns as part of a larger write.</summary>
    public static async Task SetAsync(LedgerPage page, IReadOnlyList<Return> returns, CancellationToken cancellationToken = default)
    {
        foreach (string form in returns.Select(r => r.Form).Distinct())
        {
            // One that this write adds is not in the table yet.
            if (!page.Db.Forms.Local.Any(f => f.Code == form) && !await page.Db.Forms.AnyAsync(f => f.Code == form, cancellationToken))
            {
                throw new BrokenRuleException("form.unknown", $"No form has the code {form}.", form);
            }
        }

        foreach (Return handedIn in returns)
        {
            await page.CodeOfCommitteeAsync(handedIn.Committee, cancellationToken);
            object[] id = [handedIn.Committee, handedIn.Form, handedIn.Period.Start, handedIn.Period.End];
            await page.PutAsync(ReturnRow.Of(handedIn), id, Subject.Return, handedIn.Committee, Key(handedIn), r => LogPayload.Write(r.ToReturn()), cancellationToken);
        }
    }
}
