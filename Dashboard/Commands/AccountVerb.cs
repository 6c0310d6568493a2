using Dashboard.Data;

namespace Dashboard.Commands;

/// <summary><c>account add --name NAME --display TEXT --role ROLE [--scope CODE;CODE]</c>.</summary>
internal static class AccountVerb
{
    public static Verb Verb { get; } = new("account", ["name", "display", "role", "scope"], [], RunAsync);

    private static async Task<int> RunAsync(VerbContext context, Arguments arguments, CancellationToken cancellationToken)
    {
        if (arguments.Words(1)[0] != "add")
        {
            throw new UsageException("usage.kind", arguments.Words(1)[0]);
        }

        if (!Words.TryRead(arguments.Required("role"), out AccountRole role))
        {
            throw new UsageException("usage.role", string.Join(", ", Words.All<AccountRole>()));
        }

        var account = new Account
        {
            Name = arguments.Required("name"),
            DisplayName = arguments.Option("display") ?? arguments.Required("name"),
            Grants = Grants(role, ListConverter.Split(arguments.Option("scope") ?? "")),
        };
        await context.Database.MigrateAsync(cancellationToken);
        await new AccountRegister(context.Ledger).PutAsync(VerbContext.Account, [account], cancellationToken: cancellationToken);
        context.Say("account.added", account.Name);
        return CommandLine.Done;
    }

    private static IReadOnlyList<Grant> Grants(AccountRole role, IReadOnlyList<string> scope) =>
        scope.Count == 0 ? [new Grant(role, null)] : [.. scope.Select(code => new Grant(role, code))];
}
