using System.Globalization;
using System.Text;
using Dashboard.Access;
using Dashboard.Charts;
using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Exchange;
using Dashboard.Layout;
using Dashboard.Live;
using static Dashboard.Complaints.ComplaintTexts;

namespace Dashboard.Complaints;

/// <summary>
/// Hands the found cases out as a file, after the log has kept that it does. A form that is posted, with its token: no address and no
/// other site's page can make a reader take anything out.
/// </summary>
public sealed class ComplaintExport(CommitteeDoor door, Outlooks outlooks, Ledger ledger)
{
    /// <summary>Where the form is sent.</summary>
    public const string Path = "/c/{code}/complaints/export";

    /// <summary>Maps the form.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost(Path, (HttpContext context, string code, IFormCollection form, ComplaintExport export) => export.AnswerAsync(context, code, form))
        .RequireAuthorization(Policies.Read);

    private async Task<IResult> AnswerAsync(HttpContext context, string code, IFormCollection form)
    {
        Outlook outlook = await outlooks.OfAsync(form["asof"], context.User, context.RequestAborted);
        if (door.Enter(context.User, code, "/c", outlook) is not { } visit)
        {
            return TypedResults.NotFound();
        }

        PageAddress page = PageAddress.Read(code, form["period"], null, null, outlook.Figures.Today) with { AsOf = outlook.Text };
        var address = ComplaintAddress.Read(page, name => form[name]);
        ComplaintView view = outlook.Reader<ComplaintReading>().Read(visit.Number, visit.Scope, address);
        (string, string)[] chosen = [("period", page.Period.ToString()), .. address.Closed.Choices.Where(c => c.Name is not ("sort" or "desc" or "page")).Select(c => (c.Name == "at" ? "of" : c.Name, c.Value))];
        await new ExportRecord("complaints", "csv", view.Rows.Count, chosen).KeepAsync(ledger, context.User.Identity!.Name!, visit.Number, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(
            Encoding.UTF8.GetBytes(CsvText.Of(Lines(view))),
            "text/csv; charset=utf-8",
            string.Create(CultureInfo.InvariantCulture, $"complaints-{code}-{view.Today:yyyy-MM-dd}.csv"));
    }

    private static IEnumerable<IReadOnlyList<string>> Lines(ComplaintView view)
    {
        yield return
        [
            Get("Head.Reference"), Get("Head.Kind"), Get("Csv.Code"), Get("Head.Committee"), Get("Head.Category"), Get("Head.Received"), Get("Csv.Accepted"), Get("Head.Due"),
            Get("Csv.Extensions"), Get("Csv.Left"), Get("Head.Step"), Get("Csv.Resolved"), Get("Csv.Outcome"),
        ];
        foreach (ComplaintRow row in view.Rows)
        {
            Domain.Complaints.Complaint one = row.Case;
            yield return
            [
                one.Reference, Of(one.Kind), row.Committee.Code, row.Committee.LocalName(), CategoryOf(one.Category), Day(one.ReceivedOn), Day(one.AcceptedOn), Day(one.DueOn),
                Number(one.Extensions), one.ResolvedOn is null ? Number(one.DaysLeft(view.Today)) : "", Of(one.Step), Day(one.ResolvedOn), one.Outcome is { } outcome ? Of(outcome) : "",
            ];
        }
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
