namespace Dashboard.Live;

/// <summary>What the host needs of the live read model.</summary>
public static class LiveSetup
{
    /// <summary>Adds the calendar, the feed and the figures, which load when the host starts.</summary>
    public static void AddLive(this WebApplicationBuilder builder)
    {
        TimeZoneInfo zone = LocalCalendar.ZoneOf(builder.Configuration);
        builder.Services.AddSingleton(given => new LocalCalendar(given.GetRequiredService<TimeProvider>(), zone));
        builder.Services.AddSingleton<ChangeFeed>();
        builder.Services.AddSingleton<StateLoader>();
        builder.Services.AddSingleton<LiveFigures>();
        builder.Services.AddSingleton<IFigures>(given => given.GetRequiredService<LiveFigures>());
        builder.Services.AddSingleton<Moments>();
        builder.Services.AddSingleton<MomentWaits>();
        builder.Services.AddSingleton<Outlooks>();
        builder.Services.AddHostedService(given => given.GetRequiredService<LiveFigures>());
        builder.Services.AddHostedService<MomentsWarmUp>();
        builder.Services.AddHealthChecks().AddCheck<LiveHealth>("figures", tags: ["ready"]);
    }

    /// <summary>Adds a class that reads <see cref="IFigures"/>, to be had of now, and by a <see cref="Outlook"/> of any moment.</summary>
    public static void AddReader<T>(this IServiceCollection services) where T : class => services.AddSingleton<T>().AddSingleton(new MomentReader(typeof(T)));

    /// <summary>Maps <c>/health/live</c> (the process answers) and <c>/health/ready</c> (the figures have caught up with the log).</summary>
    public static void MapLive(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready") }).AllowAnonymous();
    }
}
