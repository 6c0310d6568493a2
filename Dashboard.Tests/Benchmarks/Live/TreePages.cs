using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Dashboard.Tests.Testing;

namespace Dashboard.Benchmarks.Live;

/// <summary>The tree on a page, through the circuits of readers who see every committee.</summary>
internal sealed partial class TreePages : IDisposable
{
    private const int Readers = 20;
    private const int Scrolled = 2_000;

    private static readonly Dictionary<string, string> PutAway = new() { ["remembered"] = """{"isClosed":true,"isSmall":false,"open":[]}""" };

    private readonly Process _host;
    private bool _ok = true;

    private TreePages()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add("live-host");
        start.Environment["DOTNET_gcServer"] = "1";
        start.Environment["DOTNET_gcConcurrent"] = "1";
        _host = Process.Start(start)!;
    }

    public static async Task<bool> RunAsync(int committees)
    {
        using var pages = new TreePages();
        await pages.MeasureAsync(committees);
        return pages._ok;
    }

    public void Dispose()
    {
        _host.StandardInput.Close();
        _host.WaitForExit();
        _host.Dispose();
    }

    private async Task MeasureAsync(int committees)
    {
        var root = new Uri(await LineAsync());
        await AskAsync($"generate {committees}");
        CookieContainer cookies = await SampleVisitor.SignInAsync(root, CancellationToken.None, "admin");
        var page = new Uri(root, "explain/GEN?indicator=gen.001");
        await using (Viewer reader = await OpenAsync(page, cookies, null))
        {
            await ReadAsync(reader);
        }

        double open = await HeapAsync(page, cookies, null), closed = await HeapAsync(page, cookies, PutAway);
        Row("  managed heap of a page with the tree put away", closed, null, "KiB");
        Row("  and more with the tree open", open - closed, 100, "KiB");
    }

    private async Task ReadAsync(Viewer reader)
    {
        (long tree, int top) = await TreeOfAsync(reader);
        var expanding = new List<double>();
        var bytes = new List<double>();
        // From below upwards, so that nothing shifts what comes next: the twenty below the root, then a hundred of theirs.
        for (int child = 19; child >= 0; child--)
        {
            expanding.Add(await CallAsync(reader, tree, "ToggleAsync", $"[{top + 1 + child}]", bytes));
        }

        for (int at = 99; at >= 0; at--)
        {
            expanding.Add(await CallAsync(reader, tree, "ToggleAsync", $"[{top + 1 + ((15 + (at / 20)) * 21) + 1 + (at % 20)}]", bytes));
        }

        Row("  expand, sent to drawn, p50", Deliveries.At(expanding, 0.5), null, "ms");
        Row("  expand, sent to drawn, p95", Deliveries.At(expanding, 0.95), 50, "ms");
        var scrolling = new List<double>();
        bytes.Clear();
        for (int first = 0; first < Scrolled; first += 14)
        {
            scrolling.Add(await CallAsync(reader, tree, "Show", $"[{first},28]", bytes));
        }

        List<double> drawn = scrolling.FindAll(double.IsFinite);
        Row("  scroll half a screen, sent to drawn, p50", Deliveries.At(drawn, 0.5), null, "ms");
        Row("  scroll half a screen, sent to drawn, p95", Deliveries.At(drawn, 0.95), 50, "ms");
        Row("  bytes of half a screen", bytes.Where(b => b > 0).Average() / 1024, null, "KB");
        Row("  windows that were not drawn", scrolling.Count - drawn.Count, 3, "");
    }

    /// <summary>Milliseconds from the call to the batch it brings; not a number when none comes.</summary>
    private static async Task<double> CallAsync(Viewer reader, long tree, string method, string arguments, List<double> bytes)
    {
        reader.Take();
        long sent = Stopwatch.GetTimestamp();
        await reader.CallAsync("BeginInvokeDotNetFromJS", "1", null, method, tree, arguments);
        while (Stopwatch.GetElapsedTime(sent) < TimeSpan.FromSeconds(2))
        {
            await Task.Delay(1);
            if (reader.Take().Find(a => a.Call is null) is { } batch)
            {
                bytes.Add(batch.Size);
                return Stopwatch.GetElapsedTime(sent, batch.At).TotalMilliseconds;
            }
        }

        return double.NaN;
    }

    private static async Task<(long Tree, int Top)> TreeOfAsync(Viewer reader)
    {
        long? tree = null;
        for (int tries = 0; tries < 600; tries++)
        {
            foreach (Arrival arrival in reader.Take())
            {
                string said = Encoding.UTF8.GetString(arrival.Message);
                if (arrival.Call == "watch")
                {
                    tree = long.Parse(DotNetObject().Match(said).Groups[1].Value, CultureInfo.InvariantCulture);
                }
                else if (arrival.Call == "bring" && tree is { } known)
                {
                    return (known, int.Parse(Index().Match(said).Groups[1].Value, CultureInfo.InvariantCulture));
                }
            }

            await Task.Delay(50);
        }

        throw new InvalidOperationException("The page did not ask the browser to watch its tree.");
    }

    private async Task<double> HeapAsync(Uri page, CookieContainer cookies, Dictionary<string, string>? answers)
    {
        var readers = new List<Viewer> { await OpenAsync(page, cookies, answers) };
        await Task.Delay(1_000);
        long before = await AskAsync("heap");
        for (int i = 0; i < Readers; i++)
        {
            readers.Add(await OpenAsync(page, cookies, answers));
        }

        await Task.Delay(2_000);
        double each = (await AskAsync("heap") - before) / 1024.0 / Readers;
        foreach (Viewer reader in readers)
        {
            await reader.DisposeAsync();
        }

        await Task.Delay(1_000);
        return each;
    }

    private static async Task<Viewer> OpenAsync(Uri page, CookieContainer cookies, Dictionary<string, string>? answers)
    {
        Viewer viewer = await Viewer.OpenAsync(page, cookies, CancellationToken.None, answers);
        await viewer.FirstDrawing;
        return viewer;
    }

    private async Task<long> AskAsync(string question)
    {
        await _host.StandardInput.WriteLineAsync(question);
        return long.Parse(await LineAsync(), CultureInfo.InvariantCulture);
    }

    private async Task<string> LineAsync() => await _host.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The application ended.");

    private void Row(string name, double value, double? target, string unit)
    {
        bool met = target is null || value <= target;
        _ok &= met;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-64} {value,10:0.00} {unit,-4} {target,9:0.##} {(met ? "" : "MISSED")}"));
    }

    [GeneratedRegex("__dotNetObject\":(\\d+)")]
    private static partial Regex DotNetObject();

    [GeneratedRegex(",(\\d+)\\]")]
    private static partial Regex Index();
}
