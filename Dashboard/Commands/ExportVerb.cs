using Dashboard.Domain.Periods;
using Dashboard.Exchange;

namespace Dashboard.Commands;

/// <summary><c>export committees|indicators|figures|directives --out FILE</c>, for figures with filters.</summary>
internal static class ExportVerb
{
    public static Verb Verb { get; } = new("export", ["out", "committee", "indicator", "within"], ["subordinates"], RunAsync);

    private static async Task<int> RunAsync(VerbContext context, Arguments arguments, CancellationToken cancellationToken)
    {
        string kind = arguments.Words(1)[0];
        string path = UserPath.Full(arguments.Required("out"));
        await context.Database.MigrateAsync(cancellationToken);
        var export = new FileExport(context.Database);
        int rows = kind switch
        {
            "committees" => await export.CommitteesAsync(path, cancellationToken),
            "indicators" => await export.IndicatorsAsync(path, cancellationToken),
            "directives" => await export.DirectivesAsync(path, cancellationToken),
            "figures" => await export.FiguresAsync(path, FilterOf(arguments), cancellationToken),
            _ => throw new UsageException("usage.kind", kind),
        };
        context.Say("exported", rows, path);
        return CommandLine.Done;
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
