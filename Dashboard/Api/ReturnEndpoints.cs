using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Returns;
using Dashboard.Live;
using Dashboard.Returns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Api;

/// <summary>Returns over API v1: what is owed, what stands in one, entering it and handing it in.</summary>
public static class ReturnEndpoints
{
    /// <summary>Maps them in the group of the API.</summary>
    public static void MapReturns(this RouteGroupBuilder api)
    {
        api.MapGet("/returns", Owed).Produces<OwedAnswer>().ProducesProblem(400).ProducesProblem(404).WithSummary("Returns that a committee owes, or those below it.");
        api.MapGet("/returns/{code}/{form}/{period}", ReadAsync).Produces<ReturnAnswer>().ProducesProblem(404).WithSummary("One return, with its version as ETag.");
        api.MapPut("/returns/{code}/{form}/{period}", SaveAsync).Produces<ReturnAnswer>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428)
            .WithSummary("Enters a return; lines that are not named are emptied. Needs If-Match.");
        api.MapPost("/returns/{code}/{form}/{period}/submit", SubmitAsync).Produces<ReturnAnswer>().ProducesProblem(404).ProducesProblem(412).ProducesProblem(422)
            .WithSummary("Hands a return in; handing in one that is in changes nothing.");
    }

    private static async Task<OwedAnswer> Owed(
        string? committee, string? state, bool? below, string? asof, LiveFigures live, Outlooks outlooks, LocalCalendar calendar, TimeProvider time, AccountScopes scopes, HttpContext http)
    {
        var ask = new Ask(await Ask.AsOfAsync(asof, http.User, outlooks, calendar, time, http.RequestAborted), scopes.Of(http.User), live);
        int top = ask.Committee(committee, "committee");
        Func<ReturnState, bool> isAsked = state switch
        {
            null or "" => _ => true,
            "open" => s => s is ReturnState.NotStarted or ReturnState.Draft or ReturnState.SentBack,
            _ when Words.TryRead(state, out ReturnState one) => s => s == one,
            _ => throw RequestFaultException.Bad("state.unknown", "state", "The state is “open”, or one of not-started, draft, submitted, sent-back and approved."),
        };
        return new OwedAnswer(
        [
            .. OwedReturns.Of(ask.State, c => c == top || (below == true && ask.IsBelow(c, top) && ask.Sees(c)), ask.Today).Where(r => isAsked(r.State))
                .Select(r => new OwedRow(ask.State.Hierarchy[r.Committee].Code, r.Form, r.Period.ToString(), Words.Of(r.State), r.DueOn)),
        ]);
    }

    private static async Task<ReturnAnswer> ReadAsync(
        string code, string form, string period, string? asof, LiveFigures figures, LocalCalendar calendar, AccountScopes scopes, ReturnReading reading,
        IDbContextFactory<DashboardDb> databases, HttpContext http)
    {
        if (!string.IsNullOrEmpty(asof))
        {
            throw RequestFaultException.Bad("asof.return", "asof", "A return is read as it stands now; what it had stated at a moment is told by rollups and series.");
        }

        var ask = new Ask(figures, scopes.Of(http.User), figures);
        return await AnswerAsync(Key(ask, code, form, period), ask, reading, databases, http);
    }

    private static async Task<ReturnAnswer> SaveAsync(
        string code, string form, string period, ReturnContent content, LiveFigures figures, LocalCalendar calendar, AccountScopes scopes,
        ReturnDesk desk, ReturnReading reading, IDbContextFactory<DashboardDb> databases, HttpContext http)
    {
        var ask = new Ask(figures, scopes.Of(http.User, AccountRole.Officer), figures);
        ReturnKey key = Key(ask, code, form, period);
        string seen = Seen(http) ?? throw new RequestFaultException(428, "ifMatch.required", "If-Match", "Say in If-Match which version of the return you saw (its ETag).");
        ReturnSheet sheet = await SheetAsync(key, reading, databases, http.RequestAborted);
        if (sheet.Version != seen)
        {
            throw Stale();
        }

        await desk.SaveAsync(http.User.Identity!.Name!, key, Edits(sheet, content), http.RequestAborted);
        return await AnswerAsync(key, ask, reading, databases, http);
    }

    private static async Task<ReturnAnswer> SubmitAsync(
        string code, string form, string period, LiveFigures figures, LocalCalendar calendar, AccountScopes scopes,
        ReturnDesk desk, ReturnReading reading, IDbContextFactory<DashboardDb> databases, HttpContext http)
    {
        var ask = new Ask(figures, scopes.Of(http.User, AccountRole.Officer), figures);
        ReturnKey key = Key(ask, code, form, period);
        await desk.SubmitAsync(http.User.Identity!.Name!, key, Seen(http), http.RequestAborted);
        return await AnswerAsync(key, ask, reading, databases, http);
    }

    private static ReturnKey Key(Ask ask, string code, string form, string period) => new(ask.Committee(code, "code"), form, Ask.Period(period, "period"));

    private static string? Seen(HttpContext http) => http.Request.GetTypedHeaders().IfMatch is [{ } tag, ..] && tag != EntityTagHeaderValue.Any ? tag.Tag.Value!.Trim('"') : null;

    private static RequestFaultException Stale() => new(412, "return.changed", "If-Match", "The return was changed since that version: read it again.");

    private static async Task<ReturnSheet> SheetAsync(ReturnKey key, ReturnReading reading, IDbContextFactory<DashboardDb> databases, CancellationToken cancellationToken)
    {
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        return await reading.ReadAsync(db, key, cancellationToken);
    }

    private static async Task<ReturnAnswer> AnswerAsync(ReturnKey key, Ask ask, ReturnReading reading, IDbContextFactory<DashboardDb> databases, HttpContext http)
    {
        ReturnSheet sheet = await SheetAsync(key, reading, databases, http.RequestAborted);
        http.Response.GetTypedHeaders().ETag = new EntityTagHeaderValue($"\"{sheet.Version}\"");
        return new ReturnAnswer(
            ask.State.Hierarchy[key.Committee].Code, key.Form, key.Period.ToString(), Words.Of(sheet.Return.State), sheet.Return.DueOn, sheet.Return.SubmittedOn,
            [.. sheet.Lines.Select(LineOf)],
            [.. sheet.Findings.Select(f => new FindingRow(f.Indicator, f.Fault.Rule, f.IsError, f.IsSettled, f.Fault.Message))]);
    }

    private static FigureLine LineOf(ReturnLine line) => new(
        line.Indicator, line.Value, line.OutOf, Words.Of(line.Precision), line.IsNotApplicable,
        line.Reason is { } reason ? Words.Of(reason) : null, line.Note, line.SentBack is { } sentBack ? Words.Of(sentBack) : null);

    private static LineEdit[] Edits(ReturnSheet sheet, ReturnContent content)
    {
        FigureLine[] given = [.. content.Figures ?? throw RequestFaultException.Bad("figures.required", "figures", "Give the figures of the return.")];
        foreach ((int index, FigureLine line) in given.Index())
        {
            if (sheet.Lines.All(l => l.Indicator != line.Indicator) || ReturnReading.IsCounted(line.Indicator))
            {
                throw RequestFaultException.Bad("return.line", $"figures[{index}].indicator", $"“{line.Indicator}” is not entered on this form.");
            }
        }

        if (given.Select(l => l.Indicator).GroupBy(i => i).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw RequestFaultException.Bad("return.lineTwice", "figures", $"“{twice.Key}” is given more than once.");
        }

        return
        [
            .. from line in sheet.Lines
               where !ReturnReading.IsCounted(line.Indicator)
               let index = Array.FindIndex(given, g => g.Indicator == line.Indicator)
               select new LineEdit(index < 0 ? new ReturnLine { Indicator = line.Indicator, Revision = line.Revision } : Read(given[index], index) with { Revision = line.Revision }),
        ];
    }

    private static ReturnLine Read(FigureLine line, int index) => new()
    {
        Indicator = line.Indicator,
        Value = line.Value,
        OutOf = line.OutOf,
        Precision = line.Precision is null ? Precision.Exact : Word<Precision>(line.Precision, $"figures[{index}].precision"),
        IsNotApplicable = line.NotApplicable,
        Reason = line.Reason is null ? null : Word<WarningReason>(line.Reason, $"figures[{index}].reason"),
        Note = line.Note,
    };

    private static T Word<T>(string word, string field) where T : struct, Enum => Words.TryRead(word, out T value)
        ? value
        : throw RequestFaultException.Bad("word.unknown", field, $"Give one of {string.Join(", ", Words.All<T>())}.");
}
