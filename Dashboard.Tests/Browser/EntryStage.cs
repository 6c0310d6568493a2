using System.Collections.Concurrent;
using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Domain.Returns;
using Dashboard.Entry;
using Dashboard.Returns;
using Dashboard.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Browser;

/// <summary>An application on a copy of the data, with an officer of the whole province and the returns that nobody began.</summary>
public sealed class EntryStage(BrowserStage stage) : IAsyncLifetime
{
    /// <summary>Name of the officer.</summary>
    public const string Officer = "province-entry";

    private readonly string _folder = stage.CopyOfData();
    private readonly ConcurrentQueue<string> _notStarted = new();

    public DashboardApp App { get; private set; } = null!;

    /// <summary>Code of a committee whose return nobody began and no other test works on.</summary>
    public string NextNotStarted() => _notStarted.TryDequeue(out string? code) ? code : throw new InvalidOperationException("Every return was begun.");

    /// <summary>What is saved in a line.</summary>
    public async Task<ReturnLine> SavedAsync(string code, string indicator) =>
        (await SheetAsync(code)).Lines.Single(l => l.Indicator == indicator);

    /// <summary>A return as it stands.</summary>
    public Task<ReturnSheet> SheetAsync(string code) => App.Services.GetRequiredService<EntryDesk>().ReadAsync(KeyOf(code), CancellationToken.None);

    /// <summary>Which return a committee owes for the latest quarter.</summary>
    public ReturnKey KeyOf(string code) => new(App.Figures.Now.Hierarchy.NumberOf(code), "TD-QUY", Domain.Periods.Period.Quarter(2026, 3));

    public async ValueTask InitializeAsync()
    {
        App = new DashboardApp(_folder);
        await App.StartAsync();
        await App.Services.GetRequiredService<AccountRegister>().PutAsync("admin", [new Account { Name = Officer, DisplayName = Officer, Grants = [new Grant(AccountRole.Officer, "TU-MAU")], IsSample = true }]);
        await App.Services.GetRequiredService<AccessBook>().RefreshAsync(Officer);
        foreach (Return one in OwedReturns.Of(App.Figures.Now, _ => true, SampleDatabase.Today).Where(r => r.State == ReturnState.NotStarted && r.Period == Domain.Periods.Period.Quarter(2026, 3)))
        {
            _notStarted.Enqueue(App.Figures.Now.Hierarchy[one.Committee].Code);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Folders.DeleteAsync(_folder);
    }
}
