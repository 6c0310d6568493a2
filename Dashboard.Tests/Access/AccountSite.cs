using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dashboard.Tests.Access;

/// <summary>A published build on an empty folder, set up by the link of its console: the administrator <c>chief</c> and one committee.</summary>
public sealed class AccountSite : IAsyncLifetime
{
    public const string Password = "thuyen ve ben cu lang im";

    private readonly string _folder = Directory.CreateTempSubdirectory("dashboard-accounts-").FullName;

    public AccountSite() => App = new DashboardApp(_folder, environment: "Production", isSample: false) { With = Listen };

    public DashboardApp App { get; }

    /// <summary>What the console printed.</summary>
    public StringWriter Console { get; } = new();

    public AccessBook Book => App.Services.GetRequiredService<AccessBook>();

    public async ValueTask InitializeAsync()
    {
        await App.StartAsync();
        string code = Console.ToString().Split("/setup?code=")[1].Split('\n')[0].Trim();
        var committee = new Dashboard.Domain.Committees.Committee { Code = "TU", Name = "Tỉnh ủy", Level = Dashboard.Domain.Committees.CommitteeLevel.Province };
        await App.Services.GetRequiredService<FirstStart>().CompleteAsync(code, new FirstSteps("chief", "Quản trị · Tỉnh ủy", Password, committee));
        await Book.RefreshAsync("chief");
    }

    /// <summary>Adds an account with <see cref="Password"/>.</summary>
    public async Task<string> AddAsync(AccountRole role)
    {
        string name = $"one-{Guid.NewGuid():N}"[..16];
        await App.Services.GetRequiredService<AccountRegister>().PutAsync("test", [new Account { Name = name, DisplayName = "test", Grants = [new Grant(role, "TU")] }]);
        await App.Services.GetRequiredService<Passwords>().SetAsync("test", name, Password);
        await Book.RefreshAsync(name);
        return name;
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Folders.DeleteAsync(_folder);
    }

    private void Listen(IServiceCollection services) =>
        services.Replace(ServiceDescriptor.KeyedSingleton<TextWriter>(SetupLink.Console, Console));
}
