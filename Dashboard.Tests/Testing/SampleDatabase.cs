using Dashboard.Data;
using Dashboard.Live;
using Dashboard.Overview;
using Dashboard.SampleData;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Tests.Testing;

/// <summary>The sample database with the live read model on it, as on 2026-11-23.</summary>
public sealed class SampleDatabase : IAsyncLifetime
{
    public static readonly DateOnly Today = new(2026, 11, 23);

    private readonly TemporaryDatabase _file = new();

    public SampleDatabase()
    {
        Calendar = new LocalCalendar(TestClock.Shared, TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh"));
        Feed = new ChangeFeed(TestClock.Shared, NullLogger<ChangeFeed>.Instance);
        Figures = new LiveFigures(
            new StateLoader(_file.Database), _file.Log, Ledger, Feed, Calendar, TestClock.Shared, NullLogger<LiveFigures>.Instance);
        Board = new OverviewBoard(Figures);
    }

    public LocalCalendar Calendar { get; }

    public ChangeFeed Feed { get; }

    public LiveFigures Figures { get; }

    public OverviewBoard Board { get; }

    public Ledger Ledger => _file.Ledger;

    public SqliteDatabase Database => _file.Database;

    /// <summary>Number of a committee.</summary>
    public int this[string code] => Figures.Now.Hierarchy.NumberOf(code);

    public async ValueTask InitializeAsync()
    {
        await _file.InitializeAsync();
        await new SampleLoader(Ledger, _file.Database, Calendar, NullLogger<SampleLoader>.Instance).LoadIfEmptyAsync(CancellationToken.None);
        await Figures.StartAsync(CancellationToken.None);
        await Figures.Ready;
    }

    public async ValueTask DisposeAsync()
    {
        await Figures.StopAsync(CancellationToken.None);
        Figures.Dispose();
        await _file.DisposeAsync();
    }
}
