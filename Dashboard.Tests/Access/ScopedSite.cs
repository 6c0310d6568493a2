using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Committees;
using Dashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Access;

/// <summary>
/// An application with the sample data that tests of scope may write into. Beside the sample accounts it has an
/// administrator of one district, and a committee that nobody's grant names, so that there is something outside of each.
/// </summary>
public sealed class ScopedSite : IAsyncLifetime
{
    /// <summary>Tests that share it run one after the other.</summary>
    public const string Collection = "scoped";

    /// <summary>Administers one district.</summary>
    public const string DistrictAdministrator = "an-binh";

    /// <summary>A root outside everybody's scope but an administrator's of everything.</summary>
    public const string Elsewhere = "TU-KHAC";

    private readonly string _folder = Directory.CreateTempSubdirectory("dashboard-scoped-").FullName;
    private int _made;

    public DashboardApp App { get; private set; } = null!;

    public AccessBook Book => Service<AccessBook>();

    public T Service<T>() where T : notnull => App.Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        App = new DashboardApp(_folder);
        await App.StartAsync();
        await Service<CommitteeRegister>().OpenAsync("test", new Committee { Code = Elsewhere, Name = "Tỉnh ủy khác", Level = CommitteeLevel.Province }, null);
        await App.Figures.CatchUpAsync(CancellationToken.None);
        await PutAsync(DistrictAdministrator, "administrator:HU-MAU-01");
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Folders.DeleteAsync(_folder);
    }

    /// <summary>Makes an account of a new name that can be entered with one click.</summary>
    public async Task<string> AccountAsync(params string[] grants)
    {
        string name = $"scoped-{Interlocked.Increment(ref _made)}";
        await PutAsync(name, grants);
        return name;
    }

    /// <summary>Adds or changes an account.</summary>
    public async Task PutAsync(string name, params string[] grants)
    {
        await Service<AccountRegister>().PutAsync("test", [new Account { Name = name, DisplayName = name, IsSample = true, Grants = [.. grants.Select(Grant.Parse)] }]);
        await Book.RefreshAsync(name);
    }

    /// <summary>A client of pages, signed in.</summary>
    public Task<SignedInClient> SignInAsync(string account) => SignedInClient.CreateAsync(App.Address, account);

    /// <summary>A client without cookies that follows no redirect, with a token where one is given.</summary>
    public HttpClient Client(string? token = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = App.Address };
        client.DefaultRequestHeaders.Authorization = token is null ? null : new("Bearer", token);
        return client;
    }

    /// <summary>A client of the API with a token of an account.</summary>
    public async Task<HttpClient> ApiAsync(string account, params string[] limit)
    {
        string token = await Service<TokenRegister>().IssueAsync(account, account, "test", null, limit.Length == 0 ? null : [.. limit.Select(Grant.Parse)]);
        await Book.RefreshAsync(account);
        return Client(token);
    }

    /// <summary>Entries of the log about a subject by an account, in order.</summary>
    public async Task<IReadOnlyList<LogEntry>> LogAsync(Subject subject, string by)
    {
        await using DashboardDb db = await Service<IDbContextFactory<DashboardDb>>().CreateDbContextAsync();
        return await db.Changes.AsNoTracking().Where(e => e.Subject == subject && e.Account == by).OrderBy(e => e.Sequence).ToListAsync();
    }
}

/// <summary>One application for all tests of scope that write.</summary>
[CollectionDefinition(ScopedSite.Collection)]
public sealed class ScopedTests : ICollectionFixture<ScopedSite>;
