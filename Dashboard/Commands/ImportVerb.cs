using Dashboard.Exchange;

namespace Dashboard.Commands;

/// <summary><c>import committees|indicators|figures|directives FILE [--dry-run]</c>.</summary>
internal static class ImportVerb
{
    public static Verb Verb { get; } = new("import", ["account", "reason"], ["dry-run", "sample"], RunAsync);

    private static async Task<int> RunAsync(VerbContext context, Arguments arguments, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> words = arguments.Words(2);
        string path = UserPath.Full(words[1]);
        var import = new FileImport(context.Database, context.Ledger);
        var options = new ImportOptions(arguments.Option("account") ?? VerbContext.Account)
        {
            IsDryRun = arguments.Has("dry-run"),
            IsSample = arguments.Has("sample"),
            Reason = arguments.Option("reason"),
            Progress = new ProgressLine(context),
        };
        Func<string, ImportOptions, CancellationToken, Task<ImportReport>> take = words[0] switch
        {
            "committees" => import.CommitteesAsync,
            "indicators" => import.IndicatorsAsync,
            "figures" => import.FiguresAsync,
            "directives" => import.DirectivesAsync,
            _ => throw new UsageException("usage.kind", words[0]),
        };
        await context.Database.MigrateAsync(cancellationToken);
        ImportReport report = await take(path, options, cancellationToken);
        return report.IsGood ? SayDone(context, report, options) : SayFaults(context, report.Faults);
    }

    private static int SayDone(VerbContext context, ImportReport report, ImportOptions options)
    {
        context.Output.WriteLine(FaultTexts.Sentence(
            options.IsDryRun ? "import.dry" : "import.done", [report.Rows, report.Added, report.Changed, report.Unchanged], context.Language));
        return CommandLine.Done;
    }

    private static int SayFaults(VerbContext context, FaultList faults)
    {
        foreach (Fault fault in faults.Kept)
        {
            context.Errors.WriteLine(FaultTexts.Write(fault, context.Language));
        }

        if (faults.NotKept > 0)
        {
            context.Errors.WriteLine(FaultTexts.Sentence("faults.more", [faults.NotKept], context.Language));
        }

        context.Errors.WriteLine(FaultTexts.Sentence("faults.count", [faults.Count], context.Language));
        return CommandLine.BadInput;
    }
}
