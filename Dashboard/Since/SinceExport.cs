using System.Globalization;
using System.Text;
using Dashboard.Access;
using Dashboard.Charts;
using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Disclosure;
using Dashboard.Exchange;
using Dashboard.Layout;
using Dashboard.Live;

namespace Dashboard.Since;

/// <summary>
/// Hands out what changed as a file, after the log has kept that it does. A form that is posted, with its token: no address and no
/// other site's page can make a reader take anything out.
/// </summary>
public sealed class SinceExport(CommitteeDoor door, SinceDesk desk, LiveFigures figures, LocalCalendar calendar, DisclosureKeeper keeper, Ledger ledger)
{
    /// <summary>Where the form is sent.</summary>
    public const string Path = "/c/{code}/since/export";

    /// <summary>Maps the form.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost(Path, (HttpContext context, string code, IFormCollection form, SinceExport export) => export.AnswerAsync(context, code, form))
        .RequireAuthorization(Policies.Read);

    private async Task<IResult> AnswerAsync(HttpContext context, string code, IFormCollection form)
    {
        await figures.Ready;
        if (door.Enter(context.User, code, "/c") is not { } visit)
        {
            return TypedResults.NotFound();
        }

        var page = PageAddress.Read(code, form["period"], null, null, calendar.Today);
        var address = SinceAddress.Read(page, calendar, desk.Now, later => desk.UsualFrom(visit.Number, later), name => form[name]);
        bool isCirculated = form["audience"] == "circulation";
        if (await desk.ReadAsync(new SinceQuestion(visit.Number, page.Period) { Asker = context.User.Identity?.Name }, address.From, address.To, visit.Scope, isCirculated ? Circulated : null, context.RequestAborted) is not { } model)
        {
            return TypedResults.NotFound();
        }

        List<IReadOnlyList<string>> lines = [.. Lines(model, address.IsEach, isCirculated)];
        (string, string)[] chosen = [("period", page.Period.ToString()), ("from", address.FromText), .. address.Page.Choices.Where(c => c.Name is not ("from" or "number")), .. isCirculated ? [CirculationWords.Chosen] : Array.Empty<(string, string)>()];
        await new ExportRecord("since", "csv", lines.Count - 1, chosen).KeepAsync(ledger, context.User.Identity!.Name!, visit.Number, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(
            Encoding.UTF8.GetBytes(CsvText.Of(isCirculated ? lines.Prepend([CirculationWords.Head(keeper)]) : lines)),
            "text/csv; charset=utf-8",
            string.Create(CultureInfo.InvariantCulture, $"since-{code}-{model.Span.FromDay:yyyy-MM-dd}-{model.Span.ToDay:yyyy-MM-dd}{(isCirculated ? CirculationWords.Ending : ".csv")}"));
    }

    /// <summary>The rows of everything that moved, the head first: each number in all, then by committee.</summary>
    internal static IEnumerable<IReadOnlyList<string>> Lines(SinceModel model, bool isEach, bool isCirculated = false)
    {
        yield return
        [
            SinceTexts.Get("Csv.Number"), SinceTexts.Get("Head.Number"), SinceTexts.Get("Csv.Code"), SinceTexts.Get("Head.Committee"),
            SinceTexts.Get("Head.From"), SinceTexts.Get("Head.To"), SinceTexts.Get("Head.Difference"), SinceTexts.Get("Head.Parts"),
        ];
        foreach (SinceChange change in model.Changes.Where(c => c.HasMoved))
        {
            IEnumerable<SinceStep> Told(IEnumerable<SinceStep> steps) => isCirculated ? [] : steps;
            yield return Line(change, model.Committee, SinceTexts.Get("All"), change.Start, change.End, Told(change.Steps));
            foreach (SinceRow row in isEach ? change.Committees : change.Branches)
            {
                yield return Line(change, row.Committee, row.IsOwn ? SinceTexts.Get("Own") : row.Committee.LocalName(), row.Start, row.End, Told(row.Steps));
            }
        }
    }

    private static string[] Line(SinceChange change, CommitteeLink committee, string name, long? start, long? end, IEnumerable<SinceStep> steps) =>
        [change.Code, change.Name(), committee.Code, name, Number(start), Number(end), Number(Withheld.Is(start) || Withheld.Is(end) ? Withheld.Count : (end ?? 0) - (start ?? 0)), change.Parts(steps)];

    private SinceModel Circulated(SinceMoment from, SinceMoment to, SinceModel model) => new CirculatedSince(keeper, from, to, model).Read();

    private static string Number(long? number) => Withheld.Is(number) ? CirculationWords.Hidden : number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
