namespace Dashboard.Live;

/// <summary>What the host needs of the live read model.</summary>
public static class LiveSetup
{
    /// <summary>Registers the calendar, the feed and the figures, which load when the host starts.</summary>
    public static IServiceCollection AddLive(this IServiceCollection services, IConfiguration configuration)
    {
        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(configuration["Dashboard:TimeZone"] ?? "Asia/Ho_Chi_Minh");
        services.AddSingleton(given => new LocalCalendar(given.GetRequiredService<TimeProvider>(), zone));
        services.AddSingleton<ChangeFeed>();
        services.AddSingleton<StateLoader>();
        services.AddSingleton<LiveFigures>();
        services.AddHostedService(given => given.GetRequiredService<LiveFigures>());
        return services;
    }
}
