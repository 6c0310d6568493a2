using System.Diagnostics;
using System.Globalization;
using System.Net;
using Dashboard.Tests.Testing;

namespace Dashboard.Benchmarks.Live;

/// <summary>
/// Readers of the province's overview who click: another period, another comparison, the other structure, another
/// committee and back. From the sending of a click to the last message that it brings.
/// </summary>
internal sealed class ClickBenchmark : IDisposable
{
    private const int Readers = 50;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(500);

    private static readonly string[] Addresses =
    [
        "c/TU-MAU?period=2026-Q2", "c/TU-MAU?period=2026-Q2&compare=previous", "c/HU-MAU-01?period=2026-Q2", "c/HU-MAU-01", "c/TU-MAU",
        "c/TU-MAU?period=2026", "c/TU-MAU?period=2025-Q4", "c/HU-MAU-02?period=2025-Q4", "c/HU-MAU-02?period=2025-Q4&view=then", "c/TU-MAU",
    ];

    private readonly Process _host;

    private ClickBenchmark()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add("live-host");
        start.Environment["DOTNET_gcServer"] = "1";
        start.Environment["DOTNET_gcConcurrent"] = "1";
        _host = Process.Start(start)!;
    }

    /// <summary>Runs <paramref name="clicks"/> clicks of each reader, after as many that are not counted.</summary>
    public static async Task<bool> RunAsync(int clicks)
    {
        using var benchmark = new ClickBenchmark();
        return await benchmark.MeasureAsync(clicks);
    }

    public void Dispose()
    {
        _host.StandardInput.Close();
        _host.WaitForExit();
        _host.Dispose();
    }

    private async Task<bool> MeasureAsync(int clicks)
    {
        var root = new Uri(await _host.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The application ended."));
        CookieContainer cookies = await SampleVisitor.SignInAsync(root, CancellationToken.None);
        var viewers = new List<Viewer>();
        for (int i = 0; i < Readers; i++)
        {
            Viewer viewer = await Viewer.OpenAsync(new Uri(root, "c/TU-MAU"), cookies, CancellationToken.None);
            await viewer.FirstDrawing;
            viewers.Add(viewer);
        }

        await ClickAllAsync(root, viewers, clicks);
        Click[] done = await ClickAllAsync(root, viewers, clicks);
        foreach (Viewer viewer in viewers)
        {
            await viewer.DisposeAsync();
        }

        List<double> times = [.. done.Where(c => c.Milliseconds is not null).Select(c => c.Milliseconds!.Value)];
        Console.WriteLine($"{Readers} readers, {done.Length} clicks, two a second each, load {Machine.Load()}");
        return Row("  click to last message, p50", Deliveries.At(times, 0.5), 15, "ms")
            & Row("  click to last message, p95", Deliveries.At(times, 0.95), 50, "ms")
            & Row("  click to last message, p99", Deliveries.At(times, 0.99), null, "ms")
            & Row("  clicks that nothing came of", done.Length - times.Count, 0, "")
            & Row("  bytes a click", done.Average(c => c.Bytes) / 1024.0, null, "KB");
    }

    private static async Task<Click[]> ClickAllAsync(Uri root, List<Viewer> viewers, int clicks)
    {
        // Not in step: one begins a hundredth of a second after the other.
        IEnumerable<Task<List<Click>>> readers = viewers.Select(async (viewer, i) =>
        {
            await Task.Delay(Between / Readers * i);
            var done = new List<Click>();
            for (int click = 0; click < clicks; click++)
            {
                done.Add(await ClickAsync(viewer, new Uri(root, Addresses[(i + click) % Addresses.Length])));
            }

            return done;
        });
        return [.. (await Task.WhenAll(readers)).SelectMany(done => done)];
    }

    private static async Task<Click> ClickAsync(Viewer viewer, Uri address)
    {
        viewer.Take();
        long sent = Stopwatch.GetTimestamp();
        await viewer.CallAsync("OnLocationChanged", address.ToString(), null, true);
        await Task.Delay(Between);
        List<Arrival> arrived = viewer.Take();
        return new Click(arrived.Count == 0 ? null : Stopwatch.GetElapsedTime(sent, arrived[^1].At).TotalMilliseconds, arrived.Sum(a => a.Size));
    }

    private static bool Row(string name, double value, double? target, string unit)
    {
        bool met = target is null || value <= target;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-64} {value,10:0.00} {unit,-4} {target,9:0.##} {(met ? "" : "MISSED")}"));
        return met;
    }

    /// <param name="Milliseconds">From the click to the last message; null when none came.</param>
    /// <param name="Bytes">All that came.</param>
    private sealed record Click(double? Milliseconds, int Bytes);
}
