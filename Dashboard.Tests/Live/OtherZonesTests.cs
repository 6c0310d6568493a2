using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Dashboard.Data;
using Dashboard.Live;
using Dashboard.Returns;
using Dashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dashboard.Tests.Live;

/// <summary>
/// The whole application in processes of its own, each on a machine of another zone, over the same data and at the same instant: half
/// past midnight in Vietnam, when it is still the day before in the other two.
/// </summary>
public sealed class OtherZonesTests(SampleSite site)
{
    private const string DataVariable = "DASHBOARD_TEST_ZONE_DATA", AnswersVariable = "DASHBOARD_TEST_ZONE_ANSWERS";

    private static readonly DateTimeOffset Instant = new(2026, 11, 23, 17, 30, 0, TimeSpan.Zero);

    /// <summary>Answers in which a day, a period, a deadline or a band stands.</summary>
    private static readonly string[] Addresses =
    [
        "/api/v1/rollups?committee=TU-MAU&period=2026-Q3&children=true",
        "/api/v1/rollups?committee=TU-MAU&period=2026-Q4&indicator=complaints.open&indicator=complaints.overdue&indicator=lapses.open&indicator=lapses.overdue&children=true",
        "/api/v1/rollups?committee=TU-MAU&period=2026-Q3&asof=2026-11-23T17:00:00Z",
        "/api/v1/series?committee=TU-MAU&indicator=vetting.admission&from=2023-Q4&to=2026-Q3",
        "/api/v1/series?committee=TU-MAU&indicator=complaints.overdue&from=2025-Q4&to=2026-Q4",
        "/api/v1/returns?committee=TU-MAU&state=open",
    ];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Servers_in_three_zones_give_the_same_answers_byte_for_byte()
    {
        string[] zones = ["UTC", "America/Los_Angeles", "Asia/Ho_Chi_Minh"];
        var answers = new List<string>();
        foreach (string zone in zones)
        {
            answers.Add(await AnswersInAsync(zone));
        }

        string[] told = [.. answers.Select(a => a[..a.IndexOf('\n', StringComparison.Ordinal)])];
        Assert.Equal(["+00:00", "-08:00", "+07:00"], told);
        string[] alike = [.. answers.Select(a => a[a.IndexOf('\n', StringComparison.Ordinal)..])];
        Assert.Equal(alike[2], alike[0]);
        Assert.Equal(alike[2], alike[1]);
        // It is the day of Vietnam that they agree on.
        Assert.Contains("complaints-TU-MAU-2026-11-24.csv", alike[2], StringComparison.Ordinal);
    }

    /// <summary>No test by itself: what each process does.</summary>
    [Fact(Explicit = true)]
    public async Task Answers_of_one_process()
    {
        if (Environment.GetEnvironmentVariable(DataVariable) is not { } folder || Environment.GetEnvironmentVariable(AnswersVariable) is not { } file)
        {
            return;
        }

        await using var app = new DashboardApp(folder) { With = services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new AfterMidnight())) };
        await app.StartAsync();
        await LateReturnsAsync(app);
        using HttpClient api = new() { BaseAddress = app.Address };
        api.DefaultRequestHeaders.Authorization = new("Bearer", await SampleSite.TokenOf(app, "leader", null));
        var said = new StringBuilder();
        TimeSpan offset = TimeZoneInfo.Local.GetUtcOffset(Instant);
        said.Append(CultureInfo.InvariantCulture, $"{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}\n");
        foreach (string address in Addresses)
        {
            said.Append(CultureInfo.InvariantCulture, $"{address}\n{await api.GetStringAsync(address, Cancelled)}\n");
        }

        using SignedInClient leader = await SignedInClient.CreateAsync(app.Address, "leader");
        using HttpResponseMessage csv = await leader.PostAsync("/c/TU-MAU/complaints", "/c/TU-MAU/complaints/export", []);
        ContentDispositionHeaderValue name = csv.EnsureSuccessStatusCode().Content.Headers.ContentDisposition!;
        said.Append(CultureInfo.InvariantCulture, $"{name.FileName}\n{await csv.Content.ReadAsStringAsync(Cancelled)}\n");
        await File.WriteAllTextAsync(file, said.ToString(), Cancelled);
    }

    /// <summary>The watch over late returns writes by itself once it is up: it is waited for, so that all have written the same before they are asked.</summary>
    private static async Task LateReturnsAsync(DashboardApp app)
    {
        await using DashboardDb db = await app.Services.GetRequiredService<IDbContextFactory<DashboardDb>>().CreateDbContextAsync(Cancelled);
        var calendar = app.Services.GetRequiredService<LocalCalendar>();
        DateOnly since = calendar.DayOf(await db.Changes.OrderBy(e => e.Sequence).Select(e => e.At).FirstAsync(Cancelled));
        while (LateReturnWatch.ToOpen(app.Figures.Now, since, calendar.Today).Count > 0)
        {
            await Task.Delay(20, Cancelled);
        }
    }

    private async Task<string> AnswersInAsync(string zone)
    {
        string folder = await site.CopyOfDataAsync(), file = Path.Combine(folder, "answers.txt");
        var start = new ProcessStartInfo("dotnet", [typeof(OtherZonesTests).Assembly.Location, "-explicit", "only", "-method", $"{typeof(OtherZonesTests).FullName}.{nameof(Answers_of_one_process)}"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["TZ"] = zone;
        start.Environment[DataVariable] = folder;
        start.Environment[AnswersVariable] = file;
        using Process process = Process.Start(start)!;
        string said = await process.StandardOutput.ReadToEndAsync(Cancelled);
        await process.WaitForExitAsync(Cancelled);
        Assert.True(File.Exists(file), said);
        string answers = await File.ReadAllTextAsync(file, Cancelled);
        await Folders.DeleteAsync(folder);
        return answers;
    }

    private sealed class AfterMidnight : TimeProvider
    {
        private readonly long _start = System.GetTimestamp();

        public override DateTimeOffset GetUtcNow() => Instant + System.GetElapsedTime(_start);
    }
}
