using Dashboard.Access;
using Dashboard.Data;
using Microsoft.AspNetCore.Identity;

namespace Dashboard.Commands;

/// <summary>
/// <c>account add --name NAME --display TEXT --role ROLE [--scope CODE;CODE]</c> and <c>account password --name NAME</c>: both end
/// with an invitation alone on the last line. Whoever may use the console is trusted with every account; what an account may do
/// is changed on its page alone, where duties that must not meet are kept apart: one call gives one role to a new account.
/// </summary>
internal static class AccountVerb
{
    public static Verb Verb { get; } = new("account", ["name", "display", "role", "scope", "address"], ["reset-second-factor"], RunAsync);

    private static async Task<int> RunAsync(VerbContext context, Arguments arguments, CancellationToken cancellationToken)
    {
        Func<VerbContext, Arguments, CancellationToken, Task> change = arguments.Words(1)[0] switch
        {
            "add" => AddAsync,
            "password" => ForgetAsync,
            string other => throw new UsageException("usage.kind", other),
        };
        await change(context, arguments, cancellationToken);
        return CommandLine.Done;
    }

    private static async Task AddAsync(VerbContext context, Arguments arguments, CancellationToken cancellationToken)
    {
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
        await new AccountRegister(context.Ledger).AddAsync(VerbContext.Account, account, cancellationToken);
        context.Say("account.added", account.Name);
        await InviteAsync(context, arguments, account.Name, cancellationToken);
    }

    private static async Task ForgetAsync(VerbContext context, Arguments arguments, CancellationToken cancellationToken)
    {
        string name = arguments.Required("name");
        await context.Database.MigrateAsync(cancellationToken);
        if (arguments.Has("reset-second-factor"))
        {
            await new CredentialRegister(context.Ledger).ChangeAsync(VerbContext.Account, name, SecondFactor.Clear, "second-factor-off", cancellationToken);
        }

        await InviteAsync(context, arguments, name, cancellationToken);
    }

    private static async Task InviteAsync(VerbContext context, Arguments arguments, string account, CancellationToken cancellationToken)
    {
        var register = new CredentialRegister(context.Ledger);
        var passwords = new Passwords(register, new PasswordHasher<Credential>(), context.Time);
        string code = await new Invitations(context.Database, context.Ledger, passwords, context.Time).IssueAsync(VerbContext.Account, account, cancellationToken);
        context.Say("account.invited", account);
        await context.Output.WriteLineAsync(arguments.Option("address")?.TrimEnd('/') + Invitations.PathOf(code));
    }

    private static IReadOnlyList<Grant> Grants(AccountRole role, IReadOnlyList<string> scope) =>
        scope.Count == 0 ? [new Grant(role, null)] : [.. scope.Select(code => new Grant(role, code))];
}
