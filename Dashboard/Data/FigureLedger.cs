using Dashboard.Domain;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;

namespace Dashboard.Data;

/// <summary>
/// Keeps the figures. The verbs that take an account are a write of their own; those that take a page are part of a larger
/// one, e.g. of a return that is submitted with its figures.
/// </summary>
public sealed class FigureLedger(Ledger ledger)
{
    /// <summary>States or restates a figure.</summary>
    public Task<WriteReceipt> StateAsync(string account, Figure figure, string? reason = null, CancellationToken cancellationToken = default) =>
        StateAsync(account, [figure], reason, cancellationToken);

    /// <summary>States or restates all of <paramref name="figures"/> or, when one may not stand, none.</summary>
    /// <exception cref="BrokenRuleException">
    /// <c>figure.negative</c>, <c>figure.outOf</c>, <c>figure.overlap</c>, <c>indicator.unknown</c>, <c>indicator.retired</c> or <c>structure.unknown</c>.
    /// </exception>
    public Task<WriteReceipt> StateAsync(string account, IReadOnlyList<Figure> figures, string? reason = null, CancellationToken cancellationToken = default) =>
        ledger.WriteAsync(account, (page, token) => StateAsync(page, figures, token), reason, cancellationToken);

    /// <summary>Takes a figure back: it is missing then, not zero. Nothing happens when there is none.</summary>
    public Task<WriteReceipt> WithdrawAsync(string account, int committee, int indicator, Period period, string? reason = null, CancellationToken cancellationToken = default) =>
        ledger.WriteAsync(account, (page, token) => WithdrawAsync(page, committee, indicator, period, token), reason, cancellationToken);

    /// <summary>States or restates figures as part of a larger write.</summary>
    public static async Task StateAsync(LedgerPage page, IReadOnlyList<Figure> figures, CancellationToken cancellationToken = default)
    {
        var table = new FigureTable(page);
        // In the order of the table, the figures of a committee and indicator are read once.
        foreach (Figure figure in figures.OrderBy(f => f.Committee).ThenBy(f => f.Indicator).ThenBy(f => f.Period))
        {
            await page.CodeOfCommitteeAsync(figure.Committee, cancellationToken);
            Indicator indicator = await page.IndicatorAsync(figure.Indicator, cancellationToken);
            FigureRules.Check(figure, indicator, table.Of(figure.Committee, figure.Indicator), page.Today);
            table.State(figure, indicator.Code);
        }
    }

    /// <summary>Takes a figure back as part of a larger write.</summary>
    public static async Task WithdrawAsync(LedgerPage page, int committee, int indicator, Period period, CancellationToken cancellationToken = default)
    {
        Indicator named = await page.IndicatorAsync(indicator, cancellationToken);
        var table = new FigureTable(page);
        table.Withdraw(committee, indicator, period, named.Code);
    }
}
