using Dashboard.Data;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Complaints;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;
using Dashboard.Live;

namespace Dashboard.SampleData;

/// <summary>
/// Writes simulated changes into the sample province, one at a time through the same registers as everybody, for as long
/// as the switch is on. Only where sample data are wanted; a real committee is never touched.
/// </summary>
public sealed partial class SimulationRunner(
    LiveFigures figures, FigureLedger ledger, ComplaintRegister complaints, LocalCalendar calendar, TimeProvider time, ILogger<SimulationRunner> logger) : IAsyncDisposable
{
    /// <summary>Account under which the log keeps what was simulated.</summary>
    public const string Account = "simulation";

    /// <summary>Time between two changes.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(900);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private CancellationTokenSource? _stop;
    private Task _running = Task.CompletedTask;

    /// <summary>The switch was turned.</summary>
    public event Action? Turned;

    /// <summary>Whether changes are arriving.</summary>
    public bool IsOn => _stop is not null;

    /// <summary>Turns the simulation on or off; waits until a change under way is written.</summary>
    public async Task TurnAsync(bool on)
    {
        await _gate.WaitAsync();
        try
        {
            if (on && _stop is null)
            {
                _stop = new CancellationTokenSource();
                _running = RunAsync(_stop.Token);
            }
            else if (!on && _stop is { } stop)
            {
                _stop = null;
                await stop.CancelAsync();
                await _running;
                stop.Dispose();
            }
        }
        finally
        {
            _gate.Release();
        }

        Turned?.Invoke();
    }

    /// <summary>One change, now.</summary>
    public async Task StepAsync(SampleRandom random, CancellationToken cancellationToken)
    {
        SimulatedChange change = Simulation.Next(random, Scene());
        if (change.Figure is { } figure)
        {
            await ledger.StateAsync(Account, figure, "simulation", cancellationToken);
        }
        else if (change.Complaint is { } complaint)
        {
            await WriteAsync(complaint, cancellationToken);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await TurnAsync(false);
        _gate.Dispose();
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        var random = new SampleRandom((ulong)time.GetUtcNow().UtcTicks);
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await StepAsync(random, cancellationToken);
                await Task.Delay(Interval, time, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception exception)
            {
                LogStepFailed(exception);
                await Task.Delay(Interval, time, CancellationToken.None);
            }
        }
    }

    private Task<WriteReceipt> WriteAsync(Complaint complaint, CancellationToken cancellationToken) => complaint.Id == 0
        ? complaints.RegisterAsync(Account, [complaint], "simulation", cancellationToken)
        : complaints.RestateAsync(Account, complaint, "simulation", cancellationToken);

    private SimulationScene Scene()
    {
        LiveState state = figures.Now;
        Period quarter = Period.QuarterOf(calendar.Today).Previous();
        int[] sample = [.. state.Hierarchy.Committees.Where(c => c.IsSample && c.Level == CommitteeLevel.Grassroots && c.IsOpenOn(calendar.Today)).Select(c => c.Number)];
        int[] indicators = [.. state.Indicators.OfTopic("vetting")];
        Figure[] stated = figures.Read(cube => (from c in sample from i in indicators select cube.Stated(c, i, quarter)).OfType<Figure>().ToArray());
        return new SimulationScene(calendar.Today, stated, [.. state.Complaints.Values.Where(c => state.Hierarchy[c.Committee].IsSample).OrderBy(c => c.Id)]);
    }

    [LoggerMessage(LogLevel.Warning, "A simulated change could not be written.")]
    private partial void LogStepFailed(Exception exception);
}
