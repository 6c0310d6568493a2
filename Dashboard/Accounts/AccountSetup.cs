using Dashboard.Access;

namespace Dashboard.Accounts;

/// <summary>What the host needs of accounts, their grants and their tokens.</summary>
public static class AccountSetup
{
    /// <summary>Adds what lists and changes them, and what notes who asks for more than theirs.</summary>
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<AccountDesk>();
        builder.Services.AddSingleton<AccountList>();
        builder.Services.AddSingleton<TokenDesk>();
        builder.Services.AddSingleton<GrantHistory>();
        builder.Services.AddSingleton<Denials>();
        builder.Services.AddHostedService(given => given.GetRequiredService<Denials>());
    }
}
