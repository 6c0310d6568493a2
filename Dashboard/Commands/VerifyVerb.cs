namespace Dashboard.Commands;

/// <summary><c>verify</c>: recomputes and compares; any difference is a failure.</summary>
internal static class VerifyVerb
{
    public static Verb Verb { get; } = new("verify", [], [], RunAsync);

    private static async Task<int> RunAsync(VerbContext context, Arguments arguments, CancellationToken cancellationToken)
    {
        arguments.Words(0);
        await context.Database.MigrateAsync(cancellationToken);
        bool isGood = true;
        var today = DateOnly.FromDateTime(context.Time.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).DateTime);
        ICheck[] checks = [new ForeignKeyCheck(), new ChainCheck(), new FigureCheck(), new RollupCheck(today)];
        foreach (ICheck check in checks)
        {
            CheckResult result = await check.RunAsync(context.Database, cancellationToken);
            context.Say("verify." + check.Name, result.Counted, result.Differences.Count);
            foreach (string difference in result.Differences)
            {
                isGood = false;
                await context.Errors.WriteLineAsync(difference);
            }
        }

        context.Say(isGood ? "verify.good" : "verify.bad");
        return isGood ? CommandLine.Done : CommandLine.Failed;
    }
}
