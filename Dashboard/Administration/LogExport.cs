using System.Globalization;
using Dashboard.Access;
using Dashboard.Changes;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Exchange;
using Dashboard.Layout;
using Dashboard.Live;

namespace Dashboard.Administration;

/// <summary>
/// Hands the chosen entries of the log out as a file, after the log has kept that it does. A form that is posted, with its token: no
/// address and no other site's page can make an administrator take anything out.
/// </summary>
public sealed class LogExport(LogDesk desk, LogSearch log, Ledger ledger, LiveFigures figures, UploadFolder files, TimeProvider time) : IDisposable
{
    /// <summary>Where the form is sent.</summary>
    public const string Path = "/admin/log/export";

    // One file is written at a time: a million entries keep a processor busy for half a minute.
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>Maps the form.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost(Path, (HttpContext context, IFormCollection form, LogExport export) => export.AnswerAsync(context, form))
        .RequireAuthorization(Policies.Administer);

    /// <inheritdoc />
    public void Dispose() => _gate.Dispose();

    private async Task<IResult> AnswerAsync(HttpContext context, IFormCollection form)
    {
        string format = form["format"] == "xlsx" ? "xlsx" : "csv";
        LogAddress address = LogAddress.Read(name => form[name]).Newest;
        LogSight sight = desk.SightOf(context.User);
        if (address.Key is { } key && FreeText.NamesPerson(key))
        {
            // The log keeps what was looked for, and keeps it for ever.
            return TypedResults.LocalRedirect($"{LogAddress.Path}?refused=key");
        }

        LogFilter filter = desk.FilterOf(address, sight) with { Last = (await log.HeadAsync(context.RequestAborted)).Sequence };
        int rows = await log.CountAfterAsync(filter, 0, cancellationToken: context.RequestAborted);
        if (format == "xlsx" && rows > LogSheet.MostInSheet)
        {
            return TypedResults.LocalRedirect(address.IsFiltered ? $"{address.Href}&refused=xlsx" : $"{LogAddress.Path}?refused=xlsx");
        }

        await KeepAsync(context, address, sight, new ExportRecord("log", format, rows, [.. Chosen(address, filter)]));
        return await WriteAsync(context, format, filter, sight);
    }

    private Task<WriteReceipt> KeepAsync(HttpContext context, LogAddress address, LogSight sight, ExportRecord record)
    {
        int? committee = address.Committee is { } code && sight.Sees(code) ? figures.Now.Hierarchy.NumberOf(code) : null;
        return record.KeepAsync(ledger, context.User.Identity!.Name!, committee, context.RequestAborted);
    }

    private static IEnumerable<(string Name, string Value)> Chosen(LogAddress address, LogFilter filter) =>
        address.Choices.Select(choice => (choice.Name switch { "committee" => "of", "subject" => "about", var name => name }, choice.Value))
            .Append(("upTo", filter.Last!.Value.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Written to the disk first: a reader on a slow line must not hold a read of the database open.</summary>
    private async Task<IResult> WriteAsync(HttpContext context, string format, LogFilter filter, LogSight sight)
    {
        string path = files.NewPath("." + format);
        await _gate.WaitAsync(context.RequestAborted);
        try
        {
            await Task.Run(() => LogSheet.Write(path, log.ReadAll(filter, context.RequestAborted).Select(sight.Shown), figures.Now.Hierarchy), context.RequestAborted);
        }
        finally
        {
            _gate.Release();
        }

        context.Response.Headers.CacheControl = "no-store";
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None, 1 << 16, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        return TypedResults.Stream(
            file,
            format == "xlsx" ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv; charset=utf-8",
            string.Create(CultureInfo.InvariantCulture, $"change-log-{Numerals.Today(time):yyyy-MM-dd}-{filter.Last}.{format}"));
    }
}
