using Dashboard.Data;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;
using Dashboard.Exchange;
using Dashboard.Live;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Commands;

/// <summary><c>export committees|indicators|figures|directives|log --out FILE</c>, for figures with filters and for whom they are. The log keeps that it was done.</summary>
internal static class ExportVerb
{
    public static Verb Verb { get; } = new("export", ["out", "committee", "indicator", "within", "audience", "as-of"], ["subordinates"], RunAsync);

    private static async Task<int> RunAsync(VerbContext context, Arguments arguments, CancellationToken cancellationToken)
    {
        string kind = arguments.Words(1)[0];
        string path = UserPath.Full(arguments.Required("out"));
        bool isCirculated = IsCirculated(arguments, kind);
        await context.Database.MigrateAsync(cancellationToken);
        using var moments = new Moments(new LogReader(context.Database), context.Calendar);
        DateTime? asOf = AsOf(arguments, context);
        PastFigures? then = asOf is { } moment ? await moments.AtAsync(moment, null, cancellationToken) : null;
        var export = new FileExport(context.Database, then);
        int rows = kind switch
        {
            "committees" => await export.CommitteesAsync(path, cancellationToken),
            "indicators" => await export.IndicatorsAsync(path, cancellationToken),
            "directives" => await export.DirectivesAsync(path, cancellationToken),
            "figures" when isCirculated => await CirculateAsync(context, path, then, FilterOf(arguments), cancellationToken),
            "figures" => await export.FiguresAsync(path, FilterOf(arguments), cancellationToken),
            "log" => await WriteLogAsync(context, path, then, cancellationToken),
            _ => throw new UsageException("usage.kind", kind),
        };
        var record = new ExportRecord(kind, ExportRecord.FormatOf(path), rows, [.. Chosen(arguments, context, asOf)]);
        await record.KeepAsync(context.Ledger, VerbContext.Account, await CommitteeAsync(context, arguments, cancellationToken), cancellationToken);
        context.Say("exported", rows, path);
        return CommandLine.Done;
    }

    /// <summary>Whether others are to read it. Only of figures there is such a file: the log tells every one that ever was, the other lists none.</summary>
    private static bool IsCirculated(Arguments arguments, string kind) => arguments.Option("audience") switch
    {
        null or "own" => false,
        "circulation" when kind == "figures" => true,
        "circulation" => throw new UsageException("usage.circulation", kind),
        var other => throw new UsageException("usage.audience", other),
    };

    private static DateTime? AsOf(Arguments arguments, VerbContext context) => arguments.Option("as-of") switch
    {
        null => null,
        var text when MomentText.Read(text, context.Calendar.Zone) is { } moment => moment <= context.Time.GetUtcNow().UtcDateTime ? moment : throw new UsageException("usage.future", text),
        var other => throw new UsageException("usage.moment", other),
    };

    private static async Task<int> CirculateAsync(VerbContext context, string path, PastFigures? then, FigureFilter filter, CancellationToken cancellationToken)
    {
        PastFigures known = then ?? await NowAsync(context, cancellationToken);
        return new CirculatedFigures(known, context.Keeper, context.Language).Write(path, known.All, filter, cancellationToken) ?? throw new UsageException("usage.hidden");
    }

    private static async Task<PastFigures> NowAsync(VerbContext context, CancellationToken cancellationToken)
    {
        (LiveState state, List<FigureChange> stated) = await new StateLoader(context.Database).LoadAsync(cancellationToken);
        return PastFigures.Of(state, stated, context.Calendar.Today);
    }

    private static async Task<int> WriteLogAsync(VerbContext context, string path, PastFigures? then, CancellationToken cancellationToken)
    {
        var log = new LogSearch(context.Database);
        long last = then?.Now.Sequence ?? (await log.HeadAsync(cancellationToken)).Sequence;
        if (ExportRecord.FormatOf(path) == "xlsx" && last > LogSheet.MostInSheet)
        {
            throw new UsageException("usage.sheet", last, LogSheet.MostInSheet);
        }

        await using DashboardDb db = context.Database.CreateDbContext();
        Hierarchy hierarchy = await CommitteeRegister.LoadAsync(db, cancellationToken);
        return LogSheet.Write(path, log.ReadAll(new LogFilter { Last = last }, cancellationToken), hierarchy);
    }

    private static async Task<int?> CommitteeAsync(VerbContext context, Arguments arguments, CancellationToken cancellationToken)
    {
        await using DashboardDb db = context.Database.CreateDbContext();
        return arguments.Option("committee") is { } code
            ? await db.Committees.Where(c => c.Code == code).Select(c => (int?)c.Number).SingleOrDefaultAsync(cancellationToken)
            : null;
    }

    private static IEnumerable<(string Name, string Value)> Chosen(Arguments arguments, VerbContext context, DateTime? asOf)
    {
        (string Name, string? Value)[] all =
        [
            ("of", arguments.Option("committee")), ("below", arguments.Has("subordinates") ? "1" : null),
            ("indicators", arguments.Options("indicator") is { Count: > 0 } codes ? string.Join(';', codes) : null), ("within", arguments.Option("within")), ("audience", arguments.Option("audience")),
            ("asof", asOf is { } moment ? MomentText.Of(moment, context.Calendar.Zone) : null),
        ];
        return all.Where(choice => choice.Value is not null).Select(choice => (choice.Name, choice.Value!));
    }

    private static FigureFilter FilterOf(Arguments arguments) => new()
    {
        Committee = arguments.Option("committee"),
        WithSubordinates = arguments.Has("subordinates"),
        Indicators = arguments.Options("indicator"),
        Within = arguments.Option("within") is not { } notation ? null
            : Period.TryParse(notation, out Period period) ? period
            : throw new UsageException("usage.period", notation),
    };
}
