using System.Diagnostics;
using System.Globalization;
using System.Net;
using Dashboard.Benchmarks.Live;
using Dashboard.Tests.Testing;

namespace Dashboard.Benchmarks.Hostile;

/// <summary>
/// R23: what readers who behave notice while one account means harm. The same readers see the same changes first in quiet, then
/// during each attack; the attacker is a process of its own, with less right to the processor, as it would be another machine.
/// </summary>
internal sealed class HostileBenchmark
{
    private const int Readers = 20, Writes = 30, Pause = 300;

    private const double MostSlower = 2, MostExtra = 300;

    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(3);

    private readonly HostProcess _host;
    private readonly List<Viewer> _readers = [];
    private bool _ok = true;

    private HostileBenchmark(HostProcess host) => _host = host;

    public static async Task<bool> RunAsync()
    {
        using HostProcess host = await HostProcess.StartAsync("limited");
        var benchmark = new HostileBenchmark(host);
        try
        {
            await benchmark.MeasureAsync().WaitAsync(Bound);
        }
        catch (TimeoutException)
        {
            Console.WriteLine($"MISSED: not done within {Bound.TotalMinutes:0} minutes.");
            return false;
        }

        return benchmark._ok;
    }

    private async Task MeasureAsync()
    {
        CookieContainer cookies = await SampleVisitor.SignInAsync(_host.Root, CancellationToken.None);
        for (int i = 0; i < Readers; i++)
        {
            Viewer reader = await Viewer.OpenAsync(new Uri(_host.Root, "c/TU-MAU"), cookies, CancellationToken.None);
            await reader.FirstDrawing;
            _readers.Add(reader);
        }

        await WatchAsync();
        Watched quiet = await WatchAsync();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Readers} readers, {Writes} changes; quiet: p95 {quiet.P95:0.0} ms, {quiet.Missing} not seen, peak memory {quiet.Peak:0} MiB, load {Machine.Load()}"));
        Console.WriteLine($"{"attack",-16} {"p95 ms",8} {"times",6} {"not seen",9} {"peak MiB",9} {"extra",6}");
        foreach (string kind in HostileClient.Kinds)
        {
            using Process attacker = await AttackAsync(kind);
            Watched during = await WatchAsync();
            attacker.StandardInput.Close();
            string answer = await attacker.StandardOutput.ReadLineAsync() ?? "the attacker failed";
            if (!attacker.WaitForExit(TimeSpan.FromSeconds(5)))
            {
                attacker.Kill();
            }

            Judge(kind, quiet, during, answer);
            await Task.Delay(TimeSpan.FromSeconds(3));
        }

        Watched after = await WatchAsync();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"quiet again: p95 {after.P95:0.0} ms, {after.Missing} not seen, peak memory {after.Peak:0} MiB"));
        Verdict("every reader kept its connection", _readers.TrueForAll(r => !r.Closed.IsCompleted));
        foreach (Viewer reader in _readers)
        {
            await reader.DisposeAsync();
        }
    }

    private async Task<Process> AttackAsync(string kind)
    {
        Process attacker = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["hostile-client", kind, _host.Root.ToString()]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        attacker.PriorityClass = ProcessPriorityClass.BelowNormal;
        string? first = await attacker.StandardOutput.ReadLineAsync();
        return first == "ready" ? attacker : throw new InvalidOperationException($"The attacker did not start: {first}");
    }

    private async Task<Watched> WatchAsync()
    {
        foreach (Viewer reader in _readers)
        {
            reader.Take();
            await reader.PingAsync();
        }

        await using var memory = new Memory(_host.Id);
        List<Write> writes = await _host.WriteAsync(Writes, Pause);
        var seen = new Deliveries(writes, _readers.ConvertAll(r => r.Take()));
        return new Watched(Deliveries.At(seen.Number, 0.95), seen.Missing, memory.Peak);
    }

    private void Judge(string kind, Watched quiet, Watched during, string answer)
    {
        double times = during.P95 / quiet.P95, extra = during.Peak - quiet.Peak;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind,-16} {during.P95,8:0.0} {times,6:0.00} {during.Missing,9} {during.Peak,9:0} {extra,6:0}   {answer}"));
        Verdict(string.Create(CultureInfo.InvariantCulture, $"{kind}: others' p95 at most {MostSlower:0} times"), times <= MostSlower);
        Verdict(string.Create(CultureInfo.InvariantCulture, $"{kind}: at most {MostExtra:0} MiB extra"), extra <= MostExtra);
    }

    private void Verdict(string bound, bool isMet)
    {
        _ok &= isMet;
        Console.WriteLine($"  {(isMet ? "met   " : "MISSED")} {bound}");
    }

    /// <param name="P95">Milliseconds from the sending of a change to its number, at the 95th of 100 readers.</param>
    /// <param name="Missing">Changes that a reader did not see before the next one.</param>
    /// <param name="Peak">Most memory that the application held, MiB.</param>
    private sealed record Watched(double P95, int Missing, double Peak);
}
