using Dashboard.Domain;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Plans;

namespace Dashboard.Data;

/// <summary>Keeps what committees are to reach in a year.</summary>
public sealed class PlanBook(Ledger ledger)
{
    /// <summary>Sets or changes plans, all or none.</summary>
    /// <exception cref="BrokenRuleException"><c>plan.negative</c>, <c>indicator.unknown</c> or <c>structure.unknown</c>.</exception>
    public Task<WriteReceipt> SetAsync(string account, IReadOnlyList<Plan> plans, string? reason = null, CancellationToken cancellationToken = default) =>
        ledger.WriteAsync(account, (page, token) => SetAsync(page, plans, token), reason, cancellationToken);

    /// <summary>Takes a plan back. Nothing happens when there is none.</summary>
    public Task<WriteReceipt> DropAsync(string account, int committee, int indicator, int year, string? reason = null, CancellationToken cancellationToken = default) =>
        ledger.WriteAsync(account, (page, token) => DropAsync(page, committee, indicator, year, token), reason, cancellationToken);

    /// <summary>Sets or changes plans as part of a larger write.</summary>
    public static async Task SetAsync(LedgerPage page, IReadOnlyList<Plan> plans, CancellationToken cancellationToken = default)
    {
        foreach (Plan plan in plans)
        {
            string committee = await page.CodeOfCommitteeAsync(plan.Committee, cancellationToken);
            Indicator indicator = await page.IndicatorAsync(plan.Indicator, cancellationToken);
            if (plan.Value < 0)
            {
                throw new BrokenRuleException("plan.negative", $"{committee}, {indicator.Code}, {plan.Year}: a plan is zero or more.", committee, indicator.Code, plan.Year);
            }

            await page.PutAsync(plan, [plan.Committee, plan.Indicator, plan.Year], Subject.Plan, plan.Committee, $"{indicator.Code}|{plan.Year:0000}", LogPayload.Write, cancellationToken);
        }
    }

    private static async Task DropAsync(LedgerPage page, int committee, int indicator, int year, CancellationToken cancellationToken)
    {
        if (await page.Db.Plans.FindAsync([committee, indicator, year], cancellationToken) is { } plan)
        {
            Indicator named = await page.IndicatorAsync(indicator, cancellationToken);
            page.Db.Remove(plan);
            page.Record(Subject.Plan, committee, $"{named.Code}|{year:0000}", LogPayload.Write(plan), null);
        }
    }
}
