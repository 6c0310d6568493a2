namespace Dashboard.Accounts;

/// <summary>What the host needs of accounts, their grants and their tokens.</summary>
public static class AccountSetup
{
    /// <summary>Adds what lists and changes them.</summary>
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<AccountDesk>();
        builder.Services.AddSingleton<AccountList>();
    }
}
