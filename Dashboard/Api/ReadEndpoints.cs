using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Disclosure;
using Dashboard.Domain;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;
using Dashboard.Live;

namespace Dashboard.Api;

/// <summary>What API v1 reads: committees, rollups and series, each within the account's scope.</summary>
public static class ReadEndpoints
{
    private const int MostPeriods = 240;

    /// <summary>Maps the endpoints under <c>/api/v1</c>.</summary>
    public static IEndpointRouteBuilder MapApi(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder api = routes.MapGroup("/api/v1").RequireAuthorization(Policies.Api).AddEndpointFilter(TellFaults).DisableAntiforgery().WithTags("Read");
        api.MapGet("/committees/{code}", Committee).Produces<CommitteeAnswer>().ProducesProblem(404).WithSummary("A committee and its place in the tree, today or as of a moment.");
        api.MapGet("/rollups", Rollups).Produces<RollupsAnswer>().ProducesProblem(400).ProducesProblem(404).WithSummary("Rolled-up figures of one period.");
        api.MapGet("/series", Series).Produces<SeriesAnswer>().ProducesProblem(400).ProducesProblem(404).WithSummary("One indicator over time.");
        api.MapReturns();
        api.MapChanges();
        routes.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        return routes;
    }

    private static async ValueTask<object?> TellFaults(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (RequestFaultException fault)
        {
            if (fault.Outside is { } committee)
            {
                HttpContext http = context.HttpContext;
                http.RequestServices.GetRequiredService<Denials>().Note(http.User, http.Request.Path, committee);
            }

            return fault.ToResult();
        }
        catch (BrokenRuleException rule)
        {
            return RuleFaults.ToResult(rule);
        }
    }

    private static async Task<CommitteeAnswer> Committee(
        string code, string? asof, LiveFigures live, Outlooks outlooks, LocalCalendar calendar, TimeProvider time, AccountScopes scopes, HttpContext http)
    {
        var ask = new Ask(await Ask.AsOfAsync(asof, http.User, outlooks, calendar, time, http.RequestAborted), scopes.Of(http.User), live);
        Committee committee = ask.State.Hierarchy[ask.Committee(code, "code")];
        Structure today = ask.State.Hierarchy.On(ask.Today);
        int parent = today.Contains(committee.Number) ? today.ParentOf(committee.Number) : -1;
        return new CommitteeAnswer(
            committee.Code, committee.Name, committee.NameEn, Words.Of(committee.Level), parent >= 0 && ask.Sees(parent) ? ask.State.Hierarchy[parent].Code : null,
            committee.OpenedOn, committee.ClosedOn,
            today.Contains(committee.Number) ? [.. today.ChildrenOf(committee.Number).ToArray().Select(c => ask.State.Hierarchy[c].Code)] : []);
    }

    private static async Task<RollupsAnswer> Rollups(
        string? committee, string? period, string[]? indicator, string? topic, string? view, string? asof, bool? children, string? audience,
        DisclosureKeeper keeper, LiveFigures live, Outlooks outlooks, LocalCalendar calendar, TimeProvider time, AccountScopes scopes, HttpContext http)
    {
        IFigures figures = await Ask.AsOfAsync(asof, http.User, outlooks, calendar, time, http.RequestAborted);
        var ask = new Ask(figures, scopes.Of(http.User), live);
        int top = ask.Committee(committee, "committee");
        Period over = Ask.Period(period, "period");
        View through = Ask.View(view);
        ask.RefuseOthers(through, top, over, over);
        int[] indicators = ask.Indicators(indicator, topic);
        int[] committees = children == true ? [top, .. ask.ChildrenOf(top, through, over)] : [top];
        RollupRow[] Read() =>
        [
            .. from c in committees
               from i in indicators
               let rollup = figures.Read(cube => cube.Total(through, c, i, over))
               select new RollupRow(
                   ask.State.Hierarchy[c].Code, ask.State.Indicators[i].Code, rollup.Value, rollup.OutOf, Words.Of(rollup.Precision), rollup.Reported, rollup.Expected),
        ];
        RollupRow[] Told(RollupRow[] all, DisclosedCounts counts)
        {
            HiddenCounts hidden = counts.Of(top, over, through);
            return
            [
                .. from row in all
                   let tells = counts.TellsReporters(row.Indicator)
                   let told = counts.IsOn ? row with { OutOf = null, Reported = tells ? row.Reported : 0, Expected = tells ? row.Expected : 0 } : row
                   select counts.IsSmall(row.Value) || hidden.Hides(ask.State.Hierarchy.NumberOf(row.Committee), row.Indicator)
                       ? told with { Value = null, Precision = Words.Of(Precision.Exact), Suppressed = true }
                       : told,
            ];
        }

        RollupRow[] rows = Answer(Ask.Audience(audience), keeper, figures, Read, Told);
        return new RollupsAnswer(ask.State.Hierarchy[top].Code, over.ToString(), Ask.Word(through), ask.State.ChangedAt, ask.State.Sequence, rows);
    }

    private static async Task<SeriesAnswer> Series(
        string? committee, string? indicator, string? from, string? to, string? view, string? asof, string? audience,
        DisclosureKeeper keeper, LiveFigures live, Outlooks outlooks, LocalCalendar calendar, TimeProvider time, AccountScopes scopes, HttpContext http)
    {
        IFigures figures = await Ask.AsOfAsync(asof, http.User, outlooks, calendar, time, http.RequestAborted);
        var ask = new Ask(figures, scopes.Of(http.User), live);
        int top = ask.Committee(committee, "committee");
        View through = Ask.View(view);
        int which = ask.Indicators(indicator is null ? null : [indicator], null)[0];
        (Period first, Period last) = (Ask.Period(from, "from"), Ask.Period(to, "to"));
        ask.RefuseOthers(through, top, first, last);
        Period[] periods = [.. Between(first, last)];
        SeriesRow[] Read() =>
        [
            .. from period in periods
               let rollup = figures.Read(cube => cube.Total(through, top, which, period))
               select new SeriesRow(
                   period.ToString(), ask.State.Hierarchy[top].Code, ask.State.Indicators[which].Code,
                   rollup.Value, rollup.OutOf, Words.Of(rollup.Precision), rollup.Reported, rollup.Expected),
        ];
        SeriesRow[] Told(SeriesRow[] all, DisclosedCounts counts)
        {
            bool tells = counts.TellsReporters(ask.State.Indicators[which].Code);
            return
            [
                .. from row in all.Index()
                   let told = counts.IsOn ? row.Item with { OutOf = null, Reported = tells ? row.Item.Reported : 0, Expected = tells ? row.Item.Expected : 0 } : row.Item
                   select counts.IsSmall(told.Value) || counts.Of(top, periods[row.Index], through).Hides(top, told.Indicator)
                       ? told with { Value = null, Precision = Words.Of(Precision.Exact), Suppressed = true }
                       : told,
            ];
        }

        SeriesRow[] rows = Answer(Ask.Audience(audience), keeper, figures, Read, Told);
        return new SeriesAnswer(ask.State.Hierarchy[top].Code, ask.State.Indicators[which].Code, Ask.Word(through), ask.State.ChangedAt, ask.State.Sequence, rows);
    }

    /// <summary>What an audience is told; all of it to the reader alone.</summary>
    private static T Answer<T>(Audience? audience, DisclosureKeeper keeper, IFigures figures, Func<T> read, Func<T, DisclosedCounts, T> tell) => audience is { } who
        ? keeper.Disclose(who, figures, () => (figures.Now.Sequence, Rows: read()), all => all.Sequence, (all, counts) => (all.Sequence, tell(all.Rows, counts))).Rows
        : read();

    private static IEnumerable<Period> Between(Period from, Period to)
    {
        if (from.Kind == PeriodKind.Range || from.Kind != to.Kind || to < from)
        {
            throw RequestFaultException.Bad("series.periods", "to", "“from” and “to” must be standard periods of the same kind, “to” not before “from”.");
        }

        int count = 0;
        for (Period period = from; period <= to; period = period.Next())
        {
            if (++count > MostPeriods)
            {
                throw RequestFaultException.Bad("series.tooLong", "to", $"At most {MostPeriods} periods can be asked for at once.");
            }

            yield return period;
        }
    }
}
