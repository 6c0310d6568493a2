using Dashboard.Access;
using Dashboard.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Testing;

/// <summary>An application with the sample data for the tests of one class, which may change accounts.</summary>
public sealed class WritableSite : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dashboard-site-").FullName;

    public WritableSite() => App = new DashboardApp(_folder);

    /// <param name="with">What a test puts in the place of the application's own parts.</param>
    internal WritableSite(Action<IServiceCollection> with) => App = new DashboardApp(_folder) { With = with };

    /// <summary>The application.</summary>
    public DashboardApp App { get; }

    /// <summary>Something of the application's.</summary>
    public T Get<T>() where T : notnull => App.Services.GetRequiredService<T>();

    /// <summary>Adds or changes an account; in force when this returns.</summary>
    public async Task PutAsync(Account account)
    {
        await Get<AccountRegister>().PutAsync("admin", [account]);
        await Get<AccessBook>().RefreshAsync(account.Name);
    }

    /// <summary>A sample account (entered with one click) with these grants; in force when this returns.</summary>
    public Task PutAsync(string name, params IEnumerable<Grant> grants) => PutAsync(new Account { Name = name, DisplayName = name, Grants = [.. grants], IsSample = true });

    /// <summary>A client without an account that keeps its cookies and follows no redirect.</summary>
    public HttpClient Visitor(string agent = "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0") =>
        new(new CookieKeeper()) { BaseAddress = App.Address, DefaultRequestHeaders = { { "User-Agent", agent } } };

    public async ValueTask InitializeAsync() => await App.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Folders.DeleteAsync(_folder);
    }
}
