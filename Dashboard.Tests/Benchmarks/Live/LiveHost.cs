using System.Diagnostics;
using System.Globalization;
using System.Text;
using Dashboard.Benchmarks.Screens;
using Dashboard.Commands;
using Dashboard.Committees;
using Dashboard.Data;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;
using Dashboard.Layout;
using Dashboard.Live;
using Dashboard.Meeting;
using Dashboard.Overview;
using Dashboard.Tests.Testing;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dashboard.Benchmarks.Live;

/// <summary>
/// The application in a process of its own, as it runs in production with the sample province, plus a writer: obeys lines
/// on standard input (<c>write COUNT PAUSE</c>, <c>cpu</c>, <c>heap</c>), so that what is measured is the server's alone.
/// </summary>
internal sealed class LiveHost : IDisposable
{
    private readonly string _folder;
    private readonly bool _isOwnFolder;
    private readonly int _port;
    private readonly RawBroadcast _broadcast = new();
    private readonly WebApplicationFactory<LiveFigures> _factory;

    private LiveHost(bool isLimited, string? folder, int port)
    {
        (_isOwnFolder, _port) = (folder is null, port);
        _folder = folder ?? Directory.CreateTempSubdirectory("dashboard-live-").FullName;
        _factory = Build(isLimited);
    }

    private WebApplicationFactory<LiveFigures> Build(bool isLimited) => new WebApplicationFactory<LiveFigures>().WithWebHostBuilder(builder => (isLimited ? builder : builder.WithoutLimits())
        .UseEnvironment("Production")
        .UseUrls(FormattableString.Invariant($"http://127.0.0.1:{_port}"))
        .UseSetting("Dashboard:Sample", "true")
        .UseSetting("Dashboard:Data", _folder)
        .UseSetting("Logging:LogLevel:Default", "Warning")
        .ConfigureServices(services => services.AddSingleton<IStartupFilter>(_broadcast))
        .ConfigureLogging(logging => logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)));

    /// <param name="isLimited">Whether it keeps the limits that it is shipped with; one machine that plays hundreds of readers would meet them.</param>
    /// <param name="folder">Where its data lies and stays; null for a folder of its own that goes with it.</param>
    /// <param name="port">Its port; 0 for any.</param>
    public static async Task<int> RunAsync(bool isLimited, string? folder = null, int port = 0)
    {
        using var host = new LiveHost(isLimited, folder, port);
        host._factory.UseKestrel(host._port);
        host._factory.StartServer();
        LiveFigures figures = host._factory.Services.GetRequiredService<LiveFigures>();
        await figures.Ready;
        Console.WriteLine(host._factory.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());
        while (await Console.In.ReadLineAsync() is { } line)
        {
            string[] words = line.Split(' ');
            switch (words[0])
            {
                case "write":
                    await host.WriteAsync(int.Parse(words[1], CultureInfo.InvariantCulture), int.Parse(words[2], CultureInfo.InvariantCulture));
                    break;
                case "generate":
                    await host.GenerateAsync(int.Parse(words[1], CultureInfo.InvariantCulture));
                    Console.WriteLine(0);
                    break;
                case "broadcast":
                    await host.BroadcastAsync(int.Parse(words[1], CultureInfo.InvariantCulture), int.Parse(words[2], CultureInfo.InvariantCulture), int.Parse(words[3], CultureInfo.InvariantCulture));
                    break;
                case "watching":
                    Console.WriteLine(host._factory.Services.GetRequiredService<MeetingRooms>().Watching);
                    break;
                case "rooms":
                    Console.WriteLine(host._factory.Services.GetRequiredService<MeetingRooms>().Count);
                    break;
                case "listeners":
                    Console.WriteLine(host._factory.Services.GetRequiredService<ChangeFeed>().SubscriberCount);
                    break;
                case "heap":
                    Console.WriteLine(Heap());
                    break;
                default:
                    Console.WriteLine((long)Process.GetCurrentProcess().TotalProcessorTime.TotalMicroseconds);
                    break;
            }
        }

        return 0;
    }

    public void Dispose()
    {
        _factory.Dispose();
        if (_isOwnFolder)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static long Heap()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return GC.GetTotalMemory(forceFullCollection: false);
    }

    // One line a message: when it was sent, and what tells it from the others.
    private async Task BroadcastAsync(int count, int pause, int size)
    {
        for (int i = 0; i < count; i++)
        {
            string mark = string.Create(CultureInfo.InvariantCulture, $"mark-{Stopwatch.GetTimestamp()}.");
            long sent = _broadcast.Send(Encoding.UTF8.GetBytes(mark.PadRight(size, '-')));
            await Task.Delay(pause);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sent} {mark}"));
        }
    }

    // As the verb does it beside a running server, with one figure a committee.
    private async Task GenerateAsync(int committees)
    {
        IConfiguration settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Dashboard:Data"] = _folder }).Build();
        string[] verb = ["generate", "--committees", committees.ToString(CultureInfo.InvariantCulture), "--indicators", "1", "--periods", "1", "--seed", "1"];
        int code = await CommandLine.RunAsync(verb, settings, TextWriter.Null, Console.Error, TimeProvider.System, CancellationToken.None);
        LiveFigures live = _factory.Services.GetRequiredService<LiveFigures>();
        while (code == 0 && live.Now.Hierarchy.Count < committees)
        {
            await Task.Delay(100);
        }
    }

    // One line a write: when it was sent, when it was durable, and what the province's card then says.
    private async Task WriteAsync(int count, int pause)
    {
        IServiceProvider services = _factory.Services;
        LiveFigures live = services.GetRequiredService<LiveFigures>();
        OverviewBoard board = services.GetRequiredService<OverviewBoard>();
        FigureLedger ledger = services.GetRequiredService<FigureLedger>();
        int province = live.Now.Hierarchy.NumberOf("TU-MAU");
        Period period = board.UsualPeriod(province);
        Figure[] figures = await StatedAsync(live, period);
        long total = board.Read(new OverviewQuestion(province, period, Comparison.Year, StructureView.Now)).Vetted.Amount.Value ?? 0;
        for (int i = 0; i < count; i++)
        {
            // A prime step goes through committees and indicators in no order.
            ref Figure figure = ref figures[(int)(7919L * i % figures.Length)];
            figure = figure with { Value = figure.Value + 1, Standing = Standing.Revised };
            long sent = Stopwatch.GetTimestamp();
            await ledger.StateAsync("benchmark", figure);
            long durable = Stopwatch.GetTimestamp();
            string shown = (++total).ToString("N0", CultureInfo.GetCultureInfo("vi-VN"));
            await Task.Delay(pause);
            // The same model as the viewers', but for what it is compared with, which nobody asks for: what one costs to compute.
            long begun = Stopwatch.GetTimestamp();
            board.Read(new OverviewQuestion(province, period, Comparison.Previous, StructureView.Now));
            long computed = Stopwatch.GetTimestamp();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sent} {durable} {shown} {computed - begun}"));
        }
    }

    private static async Task<Figure[]> StatedAsync(LiveFigures live, Period period)
    {
        await live.Ready;
        int[] indicators = [.. live.Now.Indicators.OfTopic("vetting")];
        int[] below = [.. live.Now.Hierarchy.Committees.Where(c => c.IsSample && c.ClosedOn is null).Select(c => c.Number)];
        return live.Read(cube => below.SelectMany(c => indicators.Select(i => cube.Stated(c, i, period))).OfType<Figure>().ToArray());
    }
}
