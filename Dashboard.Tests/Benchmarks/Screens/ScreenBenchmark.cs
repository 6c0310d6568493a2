using System.Diagnostics;
using System.Globalization;
using System.Net;
using Dashboard.Benchmarks.Live;
using Dashboard.Tests.Testing;

namespace Dashboard.Benchmarks.Screens;

/// <summary>
/// A meeting on many screens: P2, a change on all of them against a bare broadcast of as many bytes by the same server in the same
/// run, by turns; R22, what those who come and go leave behind; R17, the screens of a server that is killed and started again.
/// </summary>
internal sealed class ScreenBenchmark
{
    private const string Wall = "meeting/TU-MAU/stream", Remote = "meeting/TU-MAU/remote/stream";
    private const string Heartbeat = "{}";
    private const int Pause = 400, Turns = 6, Warmup = 120;

    private readonly int _screens;
    private readonly int _writes;
    private bool _ok = true;

    private ScreenBenchmark(int screens, int writes) => (_screens, _writes) = (screens, writes);

    /// <param name="screens">Screens of one view; none of what is asked for with 0 is measured.</param>
    /// <param name="writes">Changes of a figure.</param>
    /// <param name="cycles">Connects and disconnects.</param>
    /// <param name="walls">Screens over a restart.</param>
    public static async Task<bool> RunAsync(int screens, int writes, int cycles, int walls)
    {
        var benchmark = new ScreenBenchmark(screens, writes);
        if (screens > 0)
        {
            await benchmark.BroadcastAsync();
        }

        if (cycles > 0)
        {
            await benchmark.ComeAndGoAsync(cycles);
        }

        if (walls > 0)
        {
            await benchmark.RestartAsync(walls);
        }

        return benchmark._ok;
    }

    private async Task BroadcastAsync()
    {
        using HostProcess host = await HostProcess.StartAsync();
        CookieContainer cookies = await SampleVisitor.SignInAsync(host.Root, CancellationToken.None);
        await using WallClient remote = await WallClient.OpenAsync(host.Root, Remote, cookies);
        // The decisions that the sample's last meeting left open come first.
        await remote.AskAsync("""{"do":"go","at":1}""");
        await remote.AskAsync("""{"do":"pause","at":1}""");
        List<WallClient> walls = await OpenAsync(host.Root, Wall, cookies, _screens), raw = await OpenAsync(host.Root, RawBroadcast.Path, cookies, _screens, isSilent: true);
        await Task.WhenAll(walls.Select(wall => wall.Shown));
        // What is compiled a second and a third time is compiled before it counts: each after 30 calls, and much is called once a write.
        await host.WriteAsync(Warmup, 300);
        int size = walls[0].Arrivals.Last(arrival => arrival.Text != Heartbeat).Size;
        await host.BroadcastAsync(Warmup, 100, size);
        var ours = new List<double>();
        var oursDurable = new List<double>();
        var floor = new List<double>();
        int missing = 0;
        for (int turn = 0; turn < Turns; turn++)
        {
            Clear(walls, raw);
            foreach (Write write in await host.WriteAsync(_writes / Turns, Pause))
            {
                missing += Collect(walls, write.Shown, write.Sent, ours);
                Collect(walls, write.Shown, write.Durable, oursDurable);
            }

            foreach ((long sent, string mark) in await host.BroadcastAsync(_writes / Turns, Pause, size))
            {
                missing += Collect(raw, mark, sent, floor);
            }
        }

        double p50 = Deliveries.At(ours, 0.5), bare = Deliveries.At(floor, 0.5);
        Console.WriteLine($"{_screens} screens of one view, {_writes} writes, {size} bytes a change, load {Machine.Load()}");
        Row("  bare broadcast, p50", bare, null, "ms");
        Row("  bare broadcast, p95", Deliveries.At(floor, 0.95), null, "ms");
        Row("  write sent to number on screen, p50", p50, null, "ms");
        Row("  write sent to number on screen, p95", Deliveries.At(ours, 0.95), null, "ms");
        Row("  write durable to number on screen, p50", Deliveries.At(oursDurable, 0.5), null, "ms");
        Row("  P2: write sent to screen over bare broadcast, p50", p50 / bare, 1.3, "");
        Row("  changes not seen", missing, 0, "");
        await LeaveAsync([.. walls, .. raw]);
    }

    private async Task ComeAndGoAsync(int cycles)
    {
        using HostProcess host = await HostProcess.StartAsync();
        CookieContainer cookies = await SampleVisitor.SignInAsync(host.Root, CancellationToken.None);
        // The first ones bring what all share.
        await ComeAndGoAsync(host.Root, cookies, 20);
        await Task.Delay(TimeSpan.FromSeconds(75));
        long before = await host.AskAsync("heap");
        long begun = Stopwatch.GetTimestamp();
        await ComeAndGoAsync(host.Root, cookies, cycles);
        double seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        await Task.Delay(TimeSpan.FromSeconds(75));
        Console.WriteLine($"{cycles} connects and disconnects in {seconds:0.0} s, load {Machine.Load()}");
        Row("  R22: managed heap kept a cycle", (await host.AskAsync("heap") - before) / 1024.0 / cycles, 10, "KiB");
        Row("  R22: connections left", await host.AskAsync("watching"), 0, "");
        Row("  R22: meetings left", await host.AskAsync("rooms"), 0, "");
        Row("  R22: listeners left", await host.AskAsync("listeners"), 0, "");
    }

    private static async Task ComeAndGoAsync(Uri root, CookieContainer cookies, int cycles)
    {
        for (int i = 0; i < cycles; i++)
        {
            await using WallClient wall = await WallClient.OpenAsync(root, Wall, cookies);
            await wall.Shown;
        }
    }

    private async Task RestartAsync(int count)
    {
        string folder = Directory.CreateTempSubdirectory("dashboard-restart-").FullName;
        List<WallClient> walls = [];
        try
        {
            Uri root;
            CookieContainer cookies;
            using (HostProcess host = await HostProcess.StartAsync($"folder={folder}"))
            {
                root = host.Root;
                cookies = await SampleVisitor.SignInAsync(root, CancellationToken.None);
                walls = await OpenAsync(root, Wall, cookies, count, comesBack: true);
                await Task.WhenAll(walls.Select(wall => wall.Shown));
                host.Kill();
            }

            Clear(walls);
            long begun = Stopwatch.GetTimestamp();
            using HostProcess again = await HostProcess.StartAsync($"folder={folder}", $"port={root.Port}");
            double answers = Stopwatch.GetElapsedTime(begun).TotalSeconds;
            await using WallClient remote = await WallClient.OpenAsync(root, Remote, cookies);
            await remote.AskAsync("""{"do":"go","at":1}""");
            // The number that is right now is another than the one they showed before.
            Write write = (await again.WriteAsync(1, 100))[0];
            while (Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(30) && walls.Any(wall => !wall.Arrivals.Any(a => a.Text.Contains(write.Shown, StringComparison.Ordinal))))
            {
                await Task.Delay(20);
            }

            double[] seconds = [.. walls.Select(wall => wall.Arrivals.Where(a => a.Text.Contains(write.Shown, StringComparison.Ordinal)).Select(a => (a.At - begun) / (double)Stopwatch.Frequency).DefaultIfEmpty(double.PositiveInfinity).First()).Order()];
            Console.WriteLine($"{count} screens, the server killed and started again, load {Machine.Load()}");
            Row("  R17: start to the first answer", answers, 3, "s");
            Row("  R17: start to the right figure, 99 of 100 screens", seconds[(int)(0.99 * (seconds.Length - 1))], 10, "s");
            Row("  R17: screens that never showed it", seconds.Count(double.IsPositiveInfinity), 0, "");
            if (seconds.Any(double.IsPositiveInfinity))
            {
                Console.WriteLine($"  wanted {write.Shown}; the last message of the first screen: {walls[0].Arrivals.LastOrDefault().Text ?? "none"}");
            }

            await LeaveAsync(walls);
            walls = [];
        }
        finally
        {
            await LeaveAsync(walls);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<List<WallClient>> OpenAsync(Uri root, string path, CookieContainer cookies, int count, bool isSilent = false, bool comesBack = false)
    {
        var clients = new List<WallClient>(count);
        for (int i = 0; i < count; i++)
        {
            clients.Add(await WallClient.OpenAsync(root, path, cookies, comesBack));
            if (!isSilent)
            {
                await clients[^1].Shown;
            }
        }

        return clients;
    }

    private static Task LeaveAsync(IEnumerable<WallClient> clients) => Parallel.ForEachAsync(clients, async (client, _) => await client.DisposeAsync());

    private static void Clear(params IEnumerable<WallClient>[] clients)
    {
        foreach (WallClient client in clients.SelectMany(all => all))
        {
            client.Arrivals.Clear();
        }
    }

    // How long each waited for the message that bears a mark; returns how many never had it.
    private static int Collect(IEnumerable<WallClient> clients, string mark, long since, List<double> into)
    {
        int missing = 0;
        foreach (WallClient client in clients)
        {
            long at = client.Arrivals.FirstOrDefault(a => a.Text.Contains(mark, StringComparison.Ordinal)).At;
            if (at == 0)
            {
                missing++;
            }
            else
            {
                into.Add((at - since) * 1e3 / Stopwatch.Frequency);
            }
        }

        return missing;
    }

    private void Row(string name, double value, double? target, string unit)
    {
        bool met = target is null || value <= target;
        _ok &= met;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-64} {value,10:0.00} {unit,-4} {target,9:0.##} {(met ? "" : "MISSED")}"));
    }
}
