using Dashboard.Access;
using Dashboard.Accounts;
using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Changes;
using Dashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Tests.Accounts;

/// <summary>The sample database with its accounts and what changes them; each test makes accounts of its own.</summary>
public sealed class AccountOffice : IAsyncLifetime
{
    private readonly SampleDatabase _sample = new();
    private int _made;

    public AccountDesk Desk { get; private set; } = null!;

    public AccountList List { get; private set; } = null!;

    public AccessBook Book { get; private set; } = null!;

    public CommitteeDirectory Directory { get; } = new();

    public Ledger Ledger => _sample.Ledger;

    public IDbContextFactory<DashboardDb> Databases => _sample.Database;

    public async ValueTask InitializeAsync()
    {
        await _sample.InitializeAsync();
        var hierarchy = _sample.Figures.Now.Hierarchy;
        var parents = hierarchy.ParentsNow(SampleDatabase.Today);
        Directory.Replace(hierarchy.Committees.Select(c => new CommitteeEntry(c.Number, c.Code, c.Name, c.NameEn, parents[c.Number])));
        Book = new AccessBook(_sample.Database, Ledger, _sample.Figures, TestClock.Shared, NullLogger<AccessBook>.Instance);
        await Book.StartAsync(CancellationToken.None);
        Desk = new AccountDesk(Ledger, Directory, Book);
        List = new AccountList(_sample.Database, Directory, Book, TestClock.Shared);
    }

    public async ValueTask DisposeAsync()
    {
        await Book.StopAsync(CancellationToken.None);
        Book.Dispose();
        await _sample.DisposeAsync();
    }

    /// <summary>Makes an account with grants such as <c>viewer:TU-MAU</c>, past every rule of the desk.</summary>
    public async Task<Rights> AccountAsync(params string[] grants)
    {
        string name = $"made-{Interlocked.Increment(ref _made)}";
        await new AccountRegister(Ledger).PutAsync("test", [new Account { Name = name, DisplayName = name, Grants = [.. grants.Select(Grant.Parse)] }]);
        await Book.RefreshAsync(name);
        return Of(name);
    }

    /// <summary>What an account may do.</summary>
    public Rights Of(string name)
    {
        Account account = Book.Find(name)!;
        return new Rights(name, account.DisplayName, account.DisplayName, account.Grants, null);
    }

    /// <summary>The grants of an account as they are kept.</summary>
    public IEnumerable<string> GrantsOf(string name) => Book.Find(name)!.Grants.Select(g => g.ToString());

    /// <summary>A code directly below another.</summary>
    public string Below(string code, int nth = 0)
    {
        CommitteeEntry above = Directory.Search.Find(code)!;
        return _sample.Figures.Now.Hierarchy.Committees.Where(c => c.ClosedOn is null && Directory.Search.ParentOf(c.Number) == above.Number).ElementAt(nth).Code;
    }

    /// <summary>The last entry of the log.</summary>
    public async Task<LogEntry> LastEntryAsync()
    {
        await using DashboardDb db = await ((IDbContextFactory<DashboardDb>)_sample.Database).CreateDbContextAsync();
        return await db.Changes.OrderByDescending(e => e.Sequence).FirstAsync();
    }

    /// <summary>Which rule a change breaks.</summary>
    public static async Task<string> RefusedAsync(Func<Task> change) => (await Assert.ThrowsAsync<BrokenRuleException>(change)).Rule;
}
