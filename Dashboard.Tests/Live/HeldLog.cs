using Dashboard.Data;
using Dashboard.Live;
using Dashboard.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dashboard.Tests.Live;

/// <summary>An application that reads the first page of its log for moments, and the others when it is let go on.</summary>
internal sealed class HeldLog
{
    private int _pages;

    private HeldLog(SqliteDatabase database) => Database = new HeldDatabase(database)
    {
        // By who asks: whatever else is looked up beside it is answered.
        Holds = () => Environment.StackTrace.Contains(nameof(LogReader.ReadShownAfterAsync), StringComparison.Ordinal) && Interlocked.Increment(ref _pages) > 1,
    };

    /// <summary>What is read from.</summary>
    public HeldDatabase Database { get; }

    /// <summary>That of an application.</summary>
    public static HeldDatabase Of(DashboardApp app) => app.Services.GetRequiredService<HeldLog>().Database;

    /// <summary>Puts it there. Readers are told of however little is left to be read.</summary>
    public static void Put(IServiceCollection services)
    {
        services.Configure<MomentWaitOptions>(options => options.Untold = 0);
        services.AddSingleton(given => new HeldLog(given.GetRequiredService<SqliteDatabase>()));
        services.Replace(ServiceDescriptor.Singleton(given => new Moments(new LogReader(given.GetRequiredService<HeldLog>().Database), given.GetRequiredService<LocalCalendar>())));
    }

    /// <summary>The moment of an application's last entry, as an address names it, and its number.</summary>
    public static async Task<(string Moment, long Last)> EndAsync(DashboardApp app, CancellationToken cancellationToken)
    {
        var log = app.Services.GetRequiredService<LogReader>();
        long last = await log.LastSequenceAsync(cancellationToken);
        return (MomentText.Of((await log.TimeOfAsync(last, cancellationToken))!.Value, app.Services.GetRequiredService<LocalCalendar>().Zone), last);
    }
}
