using Dashboard.Data;
using Dashboard.Domain.Changes;
using Microsoft.Data.Sqlite;

namespace Dashboard.Commands;

/// <summary><c>verify [--head SEQUENCE:HASH]</c>: recomputes and compares; any difference is a failure.</summary>
internal static class VerifyVerb
{
    public static Verb Verb { get; } = new("verify", ["head"], [], RunAsync);

    private static async Task<int> RunAsync(VerbContext context, Arguments arguments, CancellationToken cancellationToken)
    {
        arguments.Words(0);
        LogAnchor[] given = [.. arguments.Options("head").Select(head => AnchorFile.ReadHead(head, "--head") ?? throw new UsageException("usage.head", head))];
        await context.Database.MigrateAsync(cancellationToken);
        IReadOnlyList<LogAnchor> kept = context.Anchors.Read(out IReadOnlyList<int> unreadable);
        context.Say("verify.anchors", kept.Count + given.Length, unreadable.Count);
        bool isGood = unreadable.Count == 0;
        foreach (int line in unreadable)
        {
            await context.Errors.WriteLineAsync($"Line {line} of {context.Anchors.Path} is no anchor.");
        }

        var today = DateOnly.FromDateTime(context.Time.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).DateTime);
        ICheck[] checks = [new ForeignKeyCheck(), new ChainCheck([.. kept, .. given]), new FigureCheck(), new RollupCheck(today)];
        foreach (ICheck check in checks)
        {
            isGood &= await SayAsync(context, check, await RunAsync(check, context.Database, cancellationToken));
        }

        context.Say(isGood ? "verify.good" : "verify.bad");
        return isGood ? CommandLine.Done : CommandLine.Failed;
    }

    /// <summary>A file so damaged that one check cannot read it is still looked at by the others.</summary>
    private static async Task<CheckResult> RunAsync(ICheck check, SqliteDatabase database, CancellationToken cancellationToken)
    {
        try
        {
            return await check.RunAsync(database, cancellationToken);
        }
        catch (SqliteException exception)
        {
            return new CheckResult(0, [$"The file cannot be read: {exception.Message}"]);
        }
    }

    private static async Task<bool> SayAsync(VerbContext context, ICheck check, CheckResult result)
    {
        context.Say("verify." + check.Name, result.Counted, result.Differences.Count);
        foreach (string difference in result.Differences)
        {
            await context.Errors.WriteLineAsync(difference);
        }

        return result.Differences.Count == 0;
    }
}
