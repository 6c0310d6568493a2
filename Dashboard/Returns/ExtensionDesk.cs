using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Returns;

namespace Dashboard.Returns;

/// <summary>Does what is done with requests for more time: each one transaction of request, due day and log. Who may do it is asked before.</summary>
public sealed class ExtensionDesk(Ledger ledger, ReturnReading reading)
{
    /// <summary>Asks for more time for a return that is not in.</summary>
    /// <exception cref="BrokenRuleException"><c>return.notOwed</c>, or what <see cref="ExtensionSteps.Ask"/> refuses.</exception>
    public Task<WriteReceipt> AskAsync(string by, ReturnKey key, DateOnly until, ExtensionReason reason, string? note, CancellationToken cancellationToken = default) => ledger.WriteAsync(
        by,
        async (page, cancel) =>
        {
            Return one = (await reading.ReadAsync(page.Db, key, cancel)).Return;
            IReadOnlyList<Extension> known = await ExtensionRegister.OfAsync(page.Db, key.Committee, key.Form, key.Period, cancel);
            await ExtensionRegister.PutAsync(page, one.Ask(known, until, reason, note, page.Today), cancel);
        },
        null,
        cancellationToken);

    /// <summary>Grants a request: the return is due on the day asked for. One that is granted stays as it is.</summary>
    /// <exception cref="BrokenRuleException"><c>return.notOwed</c>, <c>extension.unknown</c>, or what <see cref="ExtensionSteps.Grant"/> refuses.</exception>
    public Task<WriteReceipt> GrantAsync(string by, long id, CancellationToken cancellationToken = default) => ledger.WriteAsync(
        by,
        async (page, cancel) =>
        {
            Extension asked = await ExtensionRegister.FindAsync(page.Db, id, cancel);
            if (asked.State == ExtensionState.Granted)
            {
                return;
            }

            Return one = (await reading.ReadAsync(page.Db, new ReturnKey(asked.Committee, asked.Form, asked.Period), cancel)).Return;
            (Extension granted, Return later) = asked.Grant(one, page.Today);
            await ExtensionRegister.PutAsync(page, granted, cancel);
            await ReturnRegister.SetAsync(page, [later with { Revision = one.Revision + 1 }], cancel);
        },
        null,
        cancellationToken);

    /// <summary>Refuses a request.</summary>
    /// <exception cref="BrokenRuleException"><c>extension.unknown</c> or <c>extension.answered</c>.</exception>
    public Task<WriteReceipt> RefuseAsync(string by, long id, ExtensionRefusal refusal, CancellationToken cancellationToken = default) => ledger.WriteAsync(
        by,
        async (page, cancel) => await ExtensionRegister.PutAsync(page, (await ExtensionRegister.FindAsync(page.Db, id, cancel)).Refuse(refusal, page.Today), cancel),
        Words.Of(refusal),
        cancellationToken);
}
