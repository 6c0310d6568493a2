namespace Dashboard.Returns;

/// <summary>What the host needs for returns.</summary>
public static class ReturnSetup
{
    /// <summary>Adds reading returns, what is done with them, and the watch over those that do not come.</summary>
    public static void AddReturns(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ReturnReading>();
        builder.Services.AddSingleton<ReturnDesk>();
        builder.Services.AddSingleton<ReturnHistory>();
        builder.Services.AddSingleton<ReturnRights>();
        builder.Services.AddSingleton<ReturnDuties>();
        builder.Services.AddSingleton<ExtensionDesk>();
        builder.Services.AddSingleton<ReminderDesk>();
        builder.Services.AddHostedService<LateReturnWatch>();
    }
}
