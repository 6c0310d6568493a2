namespace Dashboard.Inbox;

/// <summary>What the host needs for the inbox.</summary>
public static class InboxSetup
{
    /// <summary>Adds reading it.</summary>
    public static void AddInbox(this WebApplicationBuilder builder) => builder.Services.AddSingleton<InboxReader>();
}
