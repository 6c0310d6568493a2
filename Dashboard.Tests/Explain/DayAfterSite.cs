using Dashboard.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dashboard.Tests.Explain;

/// <summary>An application on the day after its sample data came, so that what came that day is not what a test changes.</summary>
public sealed class DayAfterSite : IAsyncLifetime
{
    public static readonly DateOnly Today = SampleDatabase.Today.AddDays(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("dashboard-site-").FullName;
    private readonly HandClock _clock = new();

    public DayAfterSite() => App = new DashboardApp(_folder) { With = services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_clock)) };

    /// <summary>The application.</summary>
    public DashboardApp App { get; }

    /// <summary>Something of the application's.</summary>
    public T Get<T>() where T : notnull => App.Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        await App.StartAsync();
        _clock.Pass(TimeSpan.FromDays(1));
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Folders.DeleteAsync(_folder);
    }
}
