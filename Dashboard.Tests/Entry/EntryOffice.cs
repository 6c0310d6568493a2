using Dashboard.Data;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Returns;
using Dashboard.Entry;
using Dashboard.Returns;
using Dashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Tests.Entry;

/// <summary>The sample province with what the entry page works with, and its returns that nobody began.</summary>
public sealed class EntryOffice : IAsyncLifetime
{
    public const string Form = "TD-QUY";
    public static readonly Period Quarter = Period.Quarter(2026, 3);

    private readonly Queue<ReturnKey> _notStarted = new();

    public SampleDatabase Sample { get; } = new();

    public ReturnReading Reading { get; private set; } = null!;

    public ReturnDesk Returns { get; private set; } = null!;

    public EntryDesk Desk { get; private set; } = null!;

    public VersionReader Versions => new(new LogSearch(Sample.Database));

    public ReturnHistory History => new(Sample.Database);

    /// <summary>A return that nobody began and no other test works on.</summary>
    public ReturnKey NextNotStarted() => _notStarted.Dequeue();

    /// <summary>Somebody at work on a return.</summary>
    public async Task<EntryDraft> DraftAsync(ReturnKey key, string account = "one") =>
        new(Desk, account, await Desk.ReadAsync(key, CancellationToken.None), CancellationToken.None);

    /// <summary>What is shown of a draft.</summary>
    public EntryView View(EntryDraft draft, bool mayEdit = true) =>
        new ViewBuilder(draft, new GroundReader(Sample.Figures, Sample.Calendar).Read(draft.Sheet), Sample.Figures.Now.Indicators, Sample.Figures.Now.Hierarchy[draft.Sheet.Key.Committee].Code, mayEdit).Build();

    public async ValueTask InitializeAsync()
    {
        await Sample.InitializeAsync();
        Reading = new ReturnReading(Sample.Figures, Sample.Calendar);
        Returns = new ReturnDesk(Sample.Ledger, Reading, Sample.Figures);
        Desk = new EntryDesk(Returns, Reading, Sample.Database, TestClock.Shared, NullLogger<EntryDesk>.Instance);
        foreach (Return one in OwedReturns.Of(Sample.Figures.Now, _ => true, SampleDatabase.Today).Where(r => r.State == ReturnState.NotStarted && r.Period == Quarter))
        {
            _notStarted.Enqueue(new ReturnKey(one.Committee, one.Form, one.Period));
        }
    }

    public ValueTask DisposeAsync() => Sample.DisposeAsync();
}
