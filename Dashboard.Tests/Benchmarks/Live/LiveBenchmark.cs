using System.Diagnostics;
using System.Globalization;
using System.Net;
using Dashboard.Tests.Testing;

namespace Dashboard.Benchmarks.Live;

/// <summary>
/// The overview of the sample province while figures change: from the sending of a write, which is durable and logged
/// before anybody hears of it, to the last message that the change sends to each viewer.
/// </summary>
internal sealed class LiveBenchmark : IDisposable
{
    private const int WarmUp = 200;
    private const int Pause = 400;

    private readonly HostProcess _host;
    private readonly List<Viewer> _viewers = [];
    private CookieContainer _cookies = new();
    private bool _ok = true;

    private LiveBenchmark(HostProcess host) => _host = host;

    public static async Task<bool> RunAsync(int writes, bool shows, bool visits)
    {
        using var benchmark = new LiveBenchmark(await HostProcess.StartAsync());
        await benchmark.MeasureAsync(writes, shows, visits);
        return benchmark._ok;
    }

    public void Dispose() => _host.Dispose();

    private async Task MeasureAsync(int writes, bool shows, bool visits)
    {
        _cookies = await SampleVisitor.SignInAsync(_host.Root, CancellationToken.None);
        if (visits)
        {
            await VisitAsync(shows);
        }

        await MeasureHeapAsync();
        await WatchAsync(WarmUp, report: false, shows: false);
        await IdleAsync();
        await WatchAsync(writes, report: true, shows);
        await JoinAsync(200 - _viewers.Count);
        await WatchAsync(10, report: false, shows: false);
        await WatchAsync(writes, report: true, shows: false);
        await FirstDrawingsAsync();
        await LeaveAsync(0);
    }

    private async Task VisitAsync(bool shows)
    {
        using PublishedApp app = await PublishedApp.StartAsync();
        CookieContainer cookies = await SampleVisitor.SignInAsync(app.Root, CancellationToken.None);
        var page = new Uri(app.Root, "c/TU-MAU");
        // While the figures are still being loaded the page is but a frame.
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies });
        while (!(await http.GetStringAsync(page)).Contains("class=\"kn\"", StringComparison.Ordinal))
        {
            await Task.Delay(500);
        }

        await using Viewer viewer = await Viewer.OpenAsync(page, cookies, CancellationToken.None);
        await viewer.FirstDrawing;
        await Task.Delay(3_000);
        var visit = new FirstVisit(page, cookies);
        await visit.ReadAsync(viewer.Scripts, CancellationToken.None);
        Row("first visit, page and assets", visit.Total / 1024.0, 350, "KB");
        Row("  and what its circuit sends to draw it", viewer.Take().Sum(a => a.Size) / 1024.0, null, "KB");
        if (shows)
        {
            Console.WriteLine(visit);
        }
    }

    private async Task MeasureHeapAsync()
    {
        // The first ones bring what all share.
        await JoinAsync(10);
        long before = await _host.AskAsync("heap");
        // Readers come at different times: a figure changes before each, so that none shares the markup of the one before.
        for (int i = 0; i < 40; i++)
        {
            await _host.WriteAsync(1, 100);
            await JoinAsync(1, TimeSpan.Zero);
        }

        await Task.Delay(2_000);
        Row("managed heap a viewer", (await _host.AskAsync("heap") - before) / 1024.0 / 1024.0 / 40, 0.7, "MiB");
    }

    private async Task IdleAsync()
    {
        long cpu = await _host.AskAsync("cpu");
        await Task.Delay(10_000);
        Row("processor time a second while nothing changes", (await _host.AskAsync("cpu") - cpu) / 10_000.0, null, "ms");
    }

    private async Task WatchAsync(int writes, bool report, bool shows)
    {
        foreach (Viewer viewer in _viewers)
        {
            viewer.Take();
            await viewer.PingAsync();
        }

        long cpu = await _host.AskAsync("cpu");
        List<Write> done = await _host.WriteAsync(writes, Pause);
        cpu = await _host.AskAsync("cpu") - cpu;
        if (report)
        {
            Judge(new Deliveries(done, _viewers.ConvertAll(v => v.Take())), cpu, shows);
        }
    }

    private void Judge(Deliveries seen, long cpu, bool shows)
    {
        bool judged = seen.Viewers == 50;
        Console.WriteLine($"{seen.Viewers} viewers, {seen.Writes} writes, load {Machine.Load()}");
        Row("  write to durable, p50", Deliveries.At(seen.Durable, 0.5), null, "ms");
        Row("  one model computed, p50", Deliveries.At(seen.Computed, 0.5), null, "ms");
        Row("  write to number visible, p50", Deliveries.At(seen.Number, 0.5), null, "ms");
        Row("  write to everything visible, p50", Deliveries.At(seen.Everything, 0.5), judged ? 10 : null, "ms");
        Row("  write to everything visible, p95", Deliveries.At(seen.Everything, 0.95), null, "ms");
        Row("  write to everything visible, p99", Deliveries.At(seen.Everything, 0.99), null, "ms");
        Row("  changes not seen", seen.Missing, 0, "");
        Row("  bytes a change and viewer", seen.Bytes / (double)seen.Count, 400, "B");
        Row("  messages a change and viewer", seen.Messages / (double)seen.Count, null, "");
        Row("  processor time a change and viewer, writing included", cpu / (double)seen.Count, 250, "µs");
        if (shows)
        {
            Console.WriteLine(seen.Sample());
        }
    }

    private async Task FirstDrawingsAsync()
    {
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies });
        var firstBytes = new List<double>();
        var drawings = new List<double>();
        for (int i = 0; i < 40; i++)
        {
            long begun = Stopwatch.GetTimestamp();
            using (await http.GetAsync(Page, HttpCompletionOption.ResponseHeadersRead))
            {
                firstBytes.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }

            begun = Stopwatch.GetTimestamp();
            await using Viewer viewer = await Viewer.OpenAsync(Page, _cookies, CancellationToken.None);
            await viewer.FirstDrawing;
            drawings.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        Row("  first byte of the page, p95", Deliveries.At(firstBytes, 0.95), 60, "ms");
        Row("  page asked for to first live drawing, p95", Deliveries.At(drawings, 0.95), 300, "ms");
    }

    private Uri Page => new(_host.Root, "c/TU-MAU");

    private Task JoinAsync(int count) => JoinAsync(count, TimeSpan.FromSeconds(2));

    private async Task JoinAsync(int count, TimeSpan rest)
    {
        for (int i = 0; i < count; i++)
        {
            Viewer viewer = await Viewer.OpenAsync(Page, _cookies, CancellationToken.None);
            await viewer.FirstDrawing;
            _viewers.Add(viewer);
        }

        await Task.Delay(rest);
    }

    private async Task LeaveAsync(int remain)
    {
        while (_viewers.Count > remain)
        {
            await _viewers[^1].DisposeAsync();
            _viewers.RemoveAt(_viewers.Count - 1);
        }
    }

    private void Row(string name, double value, double? target, string unit)
    {
        bool met = target is null || value <= target;
        _ok &= met;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-64} {value,10:0.00} {unit,-4} {target,9:0.##} {(met ? "" : "MISSED")}"));
    }
}
