using System.Globalization;
using Dashboard.Data;

namespace Dashboard.Commands;

/// <summary><c>token --account NAME [--days N]</c>: an API token, alone on the last line.</summary>
internal static class TokenVerb
{
    public static Verb Verb { get; } = new("token", ["account", "days"], [], RunAsync);

    private static async Task<int> RunAsync(VerbContext context, Arguments arguments, CancellationToken cancellationToken)
    {
        arguments.Words(0);
        string account = arguments.Required("account");
        DateTime? expires = arguments.Has("days") ? context.Time.GetUtcNow().UtcDateTime.AddDays(arguments.Number("days", 1, 3650)) : null;
        await context.Database.MigrateAsync(cancellationToken);
        string token = await new TokenRegister(context.Ledger).IssueAsync(VerbContext.Account, account, "token", expires, cancellationToken: cancellationToken);
        context.Complain("token.made", account, expires?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "—");
        await context.Output.WriteLineAsync(token);
        return CommandLine.Done;
    }
}
